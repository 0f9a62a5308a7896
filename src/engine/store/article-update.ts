import type { ChangeSet } from '../../shared/contract/changes'
import type { AttributeValue } from '../../shared/domain/annotations'
import type { Status } from '../../shared/domain/articles'
import { DictumError } from '../../shared/domain/result'
import { timestamp } from '../clock-and-ids'
import type { Project } from '../project/project'
import { type ArticleFields, readArticleFields } from './article-fields'
import { mergeValues, noField, pickValues, requireValues, shownValue } from './attribute-rules'
import { doGesture, type Gesture } from './gesture'
import { quoted, titleOf } from './wording'

export interface ArticlePatch {
  readonly status?: Status | undefined
  readonly flagged?: boolean | undefined
  readonly note?: string | undefined
  readonly title?: string | undefined
  readonly publishedOn?: string | null | undefined
  /** Document fields, merged by id; null takes a value away. */
  readonly fields?: Readonly<Record<string, AttributeValue | null>> | undefined
}

const STATUS_NAMES: Readonly<Record<Status, string>> = {
  todo: 'to do',
  in_progress: 'in progress',
  done: 'done',
  skipped: 'skipped',
}

/** Changes what may change about an article. Throws not_found. */
export const updateArticle = (project: Project, author: string, articleId: number, patch: ArticlePatch): ChangeSet =>
  doGesture(project, author, () => planArticleUpdate(project, articleId, patch))

/** What it takes to change an article. Throws not_found. */
export function planArticleUpdate(project: Project, articleId: number, patch: ArticlePatch): Gesture {
  const uid = project.sql.get<{ uid: string }>('SELECT uid FROM article WHERE id = ?', articleId)?.uid
  const prior = uid === undefined ? null : readArticleFields(project.sql, uid)
  if (uid === undefined || !prior) throw new DictumError('not_found', 'This article is not in the project.')
  const at = timestamp(project.clock)
  const fields: Partial<ArticleFields> = {}
  if (patch.status !== undefined && patch.status !== prior.status) {
    fields.status = patch.status
    fields.statusChangedAt = at
  }
  if (patch.flagged !== undefined && patch.flagged !== prior.flagged) fields.flagged = patch.flagged
  if (patch.note !== undefined && patch.note !== prior.note) fields.note = patch.note
  if (patch.title !== undefined && patch.title !== prior.title) fields.title = patch.title
  if (patch.publishedOn !== undefined && patch.publishedOn !== prior.publishedOn) {
    fields.publishedOn = patch.publishedOn
  }
  if (patch.fields !== undefined) {
    const values = mergeValues(prior.fields, patch.fields)
    requireValues(project, project.labelSet.fields, pickValues(values, Object.keys(patch.fields)), noField)
    if (JSON.stringify(values) !== JSON.stringify(prior.fields)) fields.fields = values
  }
  return {
    kind: 'article.update',
    articleId,
    summary: summarise(project, prior, fields, patch),
    ops: Object.keys(fields).length === 0 ? [] : [{ op: 'article.set', uid, fields: { ...fields, updatedAt: at } }],
  }
}

function summarise(
  project: Project,
  prior: ArticleFields,
  fields: Partial<ArticleFields>,
  patch: ArticlePatch,
): string {
  const steps: string[] = []
  if (fields.status !== undefined) steps.push(`set status to ${STATUS_NAMES[fields.status]}`)
  if (fields.flagged !== undefined) steps.push(`${fields.flagged ? 'flag' : 'unflag'} ${quoted(prior.title)}`)
  if (fields.note !== undefined) steps.push(`edit the note on ${quoted(prior.title)}`)
  if (fields.title !== undefined) steps.push(`set title to ${quoted(fields.title)}`)
  if (fields.publishedOn !== undefined) steps.push(`set date to ${fields.publishedOn ?? 'none'}`)
  if (fields.fields !== undefined) steps.push(...fieldSteps(project, patch.fields ?? {}))
  return steps.join(', ')
}

function fieldSteps(project: Project, values: Readonly<Record<string, AttributeValue | null>>): string[] {
  return Object.entries(values).map(([id, value]) => {
    const field = project.labelSet.fields.find((known) => known.id === id)
    const title = field ? titleOf(field) : id
    return value === null ? `clear ${title}` : `set ${title} to ${shownValue(project.sql, field, value)}`
  })
}
