import type { ChangeSet } from '../../../shared/contract/changes'
import type { LabelSetPreview, ReadLabelSet } from '../../../shared/contract/label-sets'
import { adoptIds } from '../../../shared/domain/label-set/label-set-adopt'
import { describeChanges } from '../../../shared/domain/label-set/label-set-changes'
import type { LabelSetEdit } from '../../../shared/domain/label-set/label-set-edit'
import type { EditPlan } from '../../../shared/domain/label-set/label-set-moves'
import { planEdit } from '../../../shared/domain/label-set/label-set-plan'
import { labelSetProblems } from '../../../shared/domain/label-set/label-set-problems'
import { labelSetFromText } from '../../../shared/domain/label-set/label-set-text'
import { DictumError } from '../../../shared/domain/result'
import { timestamp } from '../../base/clock-and-ids'
import { tallyEffects } from '../history/effects'
import { doGesture } from '../history/gesture'
import type { Op } from '../history/ops'
import type { Project } from '../project'
import { fieldConsequences } from './label-set-fields'
import { joinTwins } from './label-set-joins'
import { linkConsequences } from './label-set-links'
import { spanConsequences } from './label-set-spans'
import { suggestionConsequences } from './label-set-suggestions'

/** Says what an edit would do to the set and to all that is annotated. Throws rule_broken where it cannot be done. */
export const previewLabelSetEdit = (project: Project, edit: LabelSetEdit): LabelSetPreview =>
  consequences(project, edit).preview

/**
 * Edits the label set and brings every annotation along, as one gesture. Throws rule_broken where it cannot be done,
 * or where it would lose something and that is not allowed.
 */
export const applyLabelSetEdit = (
  project: Project,
  author: string,
  edit: LabelSetEdit,
  { allowLoss }: { readonly allowLoss: boolean },
): ChangeSet =>
  doGesture(project, author, () => {
    const { preview, ops } = consequences(project, edit)
    if (preview.loses && !allowLoss) {
      const losses = preview.effects.filter(({ loses }) => loses).map(({ message }) => message)
      throw new DictumError('rule_broken', `Nothing was changed, because work would be lost: ${losses.join(' ')}`)
    }
    return { kind: `labelset.${edit.kind}`, articleId: null, summary: preview.summary, ops }
  })

/** What a file's text would do as the project's label set. Throws bad_request if it is none. */
export function readLabelSetText(project: Project, text: string): ReadLabelSet {
  const read = labelSetFromText(text)
  if (!read.ok) throw new DictumError('bad_request', read.error.message)
  const edit: LabelSetEdit = { kind: 'replace', labelSet: adoptIds(project.labelSet, read.value) }
  return { edit, preview: previewLabelSetEdit(project, edit) }
}

function consequences(project: Project, edit: LabelSetEdit): { preview: LabelSetPreview; ops: Op[] } {
  const { sql, labelSet } = project
  const plan = planOrRefuse(project, edit)
  const problems = labelSetProblems(plan.labelSet)
  if (problems.length > 0) throw new DictumError('rule_broken', problems.join(' '))
  const changes = describeChanges(labelSet, plan.labelSet)
  const tally = tallyEffects()
  const spans = spanConsequences(sql, labelSet, plan, tally)
  const joins = joinTwins(sql, labelSet, plan, spans, tally)
  const links = linkConsequences(sql, labelSet, plan, spans, joins.into, tally)
  const fields = fieldConsequences(sql, labelSet, plan, tally)
  const suggestions = suggestionConsequences(sql, labelSet, plan, timestamp(project.clock), tally)
  const removed = [...spans.removed, ...joins.into.keys()]
  const put: Op = { op: 'labelset.put', definition: plan.labelSet }
  const groups = [...spans.restatements]
  const restate: Op[] = groups.length === 0 ? [] : [{ op: 'spans.restate', groups }]
  const ops: Op[] = [
    ...(JSON.stringify(plan.labelSet) === JSON.stringify(labelSet) ? [] : [put]),
    ...links,
    ...removed.map((uid) => ({ op: 'span.remove', uid }) as const),
    ...restate,
    ...joins.puts,
    ...fields,
    ...suggestions,
  ]
  const effects = tally.effects(sql)
  return {
    ops,
    preview: {
      labelSet: plan.labelSet,
      summary: plan.summary,
      changes,
      effects,
      counts: {
        articles: tally.articleIds.size,
        spans: spans.touched,
        spansRemoved: removed.length,
        linksRemoved: tally.count('links_removed'),
        valuesRemoved: tally.count('values_removed') + tally.count('field_values_removed'),
      },
      loses: effects.some(({ loses }) => loses),
    },
  }
}

function planOrRefuse(project: Project, edit: LabelSetEdit): EditPlan {
  try {
    return planEdit(project.labelSet, edit)
  } catch (error) {
    if (error instanceof RangeError) throw new DictumError('rule_broken', error.message)
    throw error
  }
}
