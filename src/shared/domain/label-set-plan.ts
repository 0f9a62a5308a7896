import type { LabelSet } from './label-set'
import { describeChanges } from './label-set-changes'
import type { LabelSetEdit } from './label-set-edit'
import { mergeLabels } from './label-set-merge'
import { splitLabel } from './label-set-split'

/** Where the values of an attribute go: to this attribute, its options by these names. What is not named stays. */
export interface AttributeMove {
  readonly id: string
  readonly options: Readonly<Record<string, string>>
}

/** Spans of a label, all or those with a value, that get another label. */
export interface SpanMove {
  readonly from: string
  readonly when: { readonly attributeId: string; readonly value: string | boolean } | null
  readonly to: string
  readonly attributes: Readonly<Record<string, AttributeMove>>
  /** An attribute that the new label stands for: its value is not lost, it is in the label. */
  readonly consumes: string | null
}

/** A label set as it is to be, and where spans go whose label is another one then. */
export interface EditPlan {
  readonly labelSet: LabelSet
  readonly moves: readonly SpanMove[]
  readonly summary: string
}

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
