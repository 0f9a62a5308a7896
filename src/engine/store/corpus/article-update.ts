import type { ChangeSet } from '../../../shared/contract/changes'
import type { AttributeValue } from '../../../shared/domain/annotations/annotations'
import type { Status } from '../../../shared/domain/corpus/articles'
import { canonicalLanguage } from '../../../shared/domain/corpus/language-tags'
import { DictumError } from '../../../shared/domain/result'
import { timestamp } from '../../base/clock-and-ids'
import { doGesture, type Gesture } from '../history/gesture'
import type { Project } from '../project'
import { type ArticleFields, readArticleFields } from '../rows/article-fields'
import { mergeValues, noField, pickValues, requireValues, shownValue } from '../rules/attribute-rules'
import { quoted, titleOf } from '../wording'

interface TagChange {
  readonly add?: readonly string[] | undefined
  readonly remove?: readonly string[] | undefined
}

export interface ArticlePatch {
  readonly status?: Status | undefined
  readonly flagged?: boolean | undefined
  readonly note?: string | undefined
  readonly title?: string | undefined
  readonly publishedOn?: string | null | undefined
  readonly lang?: string | null | undefined
  readonly tags?: TagChange | undefined
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
    fields.dateFound = patch.publishedOn === null ? null : 'user'
  }
  Object.assign(fields, changedLanguage(prior, patch.lang), changedTags(prior, patch.tags))
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

/** Throws rule_broken: it is no language. */
function changedLanguage(prior: ArticleFields, lang: string | null | undefined): Partial<ArticleFields> {
  if (lang === undefined) return {}
  const canonical = lang === null ? null : canonicalLanguage(lang)
  if (lang !== null && canonical === null) throw new DictumError('rule_broken', `“${lang}” is no tag of a language.`)
  return canonical === prior.lang ? {} : { lang: canonical, langFound: canonical === null ? null : 'user' }
}

function changedTags(prior: ArticleFields, { add = [], remove = [] }: TagChange = {}): Partial<ArticleFields> {
  const kept = prior.tags.filter((tag) => !remove.includes(tag))
  const sorted = [...new Set([...kept, ...add.map((tag) => tag.normalize('NFC'))])].sort()
  return JSON.stringify(sorted) === JSON.stringify(prior.tags) ? {} : { tags: sorted }
}

function tagSteps(before: readonly string[], after: readonly string[]): string[] {
  const list = (tags: readonly string[]) => tags.map(quoted).join(', ')
  const added = after.filter((tag) => !before.includes(tag))
  const taken = before.filter((tag) => !after.includes(tag))
  const word = (tags: readonly string[]) => (tags.length === 1 ? 'tag' : 'tags')
  return [
    ...(added.length === 0 ? [] : [`add ${word(added)} ${list(added)}`]),
    ...(taken.length === 0 ? [] : [`take away ${word(taken)} ${list(taken)}`]),
  ]
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
  if (fields.lang !== undefined) steps.push(`set language to ${fields.lang ?? 'none'}`)
  if (fields.tags !== undefined) steps.push(...tagSteps(prior.tags, fields.tags))
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
