import type { LabelSet } from './label-set'
import { describeChanges } from './label-set-changes'
import type { LabelSetEdit } from './label-set-edit'
import { mergeLabels } from './label-set-merge'
import type { EditPlan } from './label-set-moves'
import { splitLabel } from './label-set-split'

/** What an edit makes of a label set. Throws a RangeError with a sentence where it cannot be done. */
export function planEdit(set: LabelSet, edit: LabelSetEdit): EditPlan {
  switch (edit.kind) {
    case 'replace': {
      const changes = describeChanges(set, edit.labelSet)
      const more = changes.length - 1
      const rest = more > 0 ? ` and ${more} more ${more === 1 ? 'change' : 'changes'} to the label set` : ''
      return { labelSet: edit.labelSet, moves: [], summary: `${changes[0] ?? 'change the label set'}${rest}` }
    }
    case 'merge':
      return mergeLabels(set, edit.labelIds, edit.into)
    case 'split':
      return splitLabel(set, edit.labelId, edit.attributeId, edit)
  }
}
