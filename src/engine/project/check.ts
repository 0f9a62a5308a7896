import type { CheckReport } from '../../shared/contract/project'
import type { Relation, Span } from '../../shared/domain/annotations'
import { mainEntity } from '../../shared/domain/attribute-values'
import { findLabel, findRelationType } from '../../shared/domain/label-set'
import { wordsProblem } from '../export/dictum-jsonl'
import { breathe } from '../jobs'
import { relationsOfArticle, spansOfArticle } from '../store/annotation-rows'
import { readArticleFields } from '../store/article-fields'
import { noField, requireValues } from '../store/attribute-rules'
import { amongProblem, endsProblem } from '../store/relation-rules'
import { checkSearchIndex } from '../store/search-index'
import { requireAttributes } from '../store/span-rules'
import { suggestionsOfArticle } from '../store/suggestion-rows'
import { labelTitle } from '../store/wording'
import type { Project } from './project'
import { Replay } from './replay'

type Finding = CheckReport['findings'][number]

const BREATHE_EVERY_MS = 30
const EVENTS_AT_ONCE = 200

/**
 * Looks at everything: the file, the search index, and every annotation against its article's text, the rules and the
 * history.
 */
export async function checkProject(project: Project): Promise<CheckReport> {
  const findings: Finding[] = []
  const whole = (code: string, message: string) => findings.push({ code, article: null, span: null, message })
  const integrity = fileIntegrity(project, whole)
  let mismatches = 0
  let sinceMs = performance.now()
  const breatheNowAndThen = async () => {
    if (performance.now() - sinceMs <= BREATHE_EVERY_MS) return
    await breathe()
    sinceMs = performance.now()
  }
  const replay = new Replay(project.sql)
  while (replay.advance(EVENTS_AT_ONCE)) await breatheNowAndThen()
  let afterId = 0
  for (;;) {
    // one at a time, so that gestures can be made meanwhile
    const article = project.sql.get<{ id: number; uid: string; text: string; length_utf16: number }>(
      `SELECT id, uid, text, length_utf16 FROM article JOIN article_text ON article_text.article_id = article.id
       WHERE id > ? ORDER BY id LIMIT 1`,
      afterId,
    )
    if (!article) break
    afterId = article.id
    if (article.text.length !== article.length_utf16) {
      const message = `The text has ${article.text.length} UTF-16 units instead of ${article.length_utf16}.`
      findings.push({ code: 'text_changed', article: article.uid, span: null, message })
    }
    const spans = spansOfArticle(project.sql, article.id)
    const relations = relationsOfArticle(project.sql, article.id)
    for (const span of spans) {
      const problem = wordsProblem(article.text, span)
      if (problem !== null) {
        mismatches++
        findings.push({ code: 'offset_mismatch', article: article.uid, span: span.uid, message: problem })
      }
      const ruled = spanProblem(project, span)
      if (ruled) findings.push({ code: ruled.code, article: article.uid, span: span.uid, message: ruled.message })
    }
    for (const suggestion of suggestionsOfArticle(project.sql, article.id)) {
      const problem = wordsProblem(article.text, suggestion)
      if (problem === null) continue
      mismatches++
      findings.push({ code: 'offset_mismatch', article: article.uid, span: suggestion.uid, message: problem })
    }
    const fields = fieldsProblem(project, article.uid)
    if (fields !== null) findings.push({ code: 'document_field', article: article.uid, span: null, message: fields })
    for (const relation of relations) {
      const message = relationProblem(project, relation, spans, relations)
      if (message !== null) findings.push({ code: 'relation_rule', article: article.uid, span: relation.uid, message })
    }
    // with what was done meanwhile
    while (replay.advance(EVENTS_AT_ONCE));
    const astray = replay.problem(article.uid, spans, relations)
    if (astray !== null) findings.push({ code: 'history', article: article.uid, span: null, message: astray })
    await breatheNowAndThen()
  }
  const astray = replay.problemOfWhole()
  if (astray !== null) whole('history', astray)
  for (const { eventId, reason } of replay.unreadable) whole('event', `Event ${eventId} cannot be read (${reason}).`)
  return { ok: findings.length === 0, integrity, offset_mismatches: mismatches, findings }
}

function fileIntegrity(project: Project, report: (code: string, message: string) => void): string {
  const { db } = project.sql
  const problems = (db.pragma('integrity_check(100)') as { integrity_check: string }[])
    .map((row) => row.integrity_check)
    .filter((line) => line !== 'ok')
  for (const problem of problems) report('integrity', problem)
  for (const row of db.pragma('foreign_key_check') as { table: string; rowid: number; parent: string }[]) {
    const message = `Row ${row.rowid} of ${row.table} refers to a row of ${row.parent} that is not there.`
    problems.push(message)
    report('foreign_key', message)
  }
  try {
    checkSearchIndex(project.sql)
  } catch (error) {
    report('search_index', `The search index does not match the articles (${String(error)}).`)
  }
  return problems[0] ?? 'ok'
}

function spanProblem(project: Project, span: Span): { code: string; message: string } | null {
  const label = findLabel(project.labelSet, span.labelId)
  if (!label) return { code: 'unknown_label', message: `The label “${span.labelId}” is not in the label set.` }
  try {
    requireAttributes(project, label, span.attributes)
    if (mainEntity(label.attributes, span.attributes) === span.entityUid) return null
    return { code: 'entity', message: 'The entity of the span is not the one that its attribute names.' }
  } catch (error) {
    return { code: 'attribute', message: (error as Error).message }
  }
}

function fieldsProblem(project: Project, articleUid: string): string | null {
  try {
    const values = readArticleFields(project.sql, articleUid)?.fields ?? {}
    requireValues(project, project.labelSet.fields, values, noField)
    return null
  } catch (error) {
    return (error as Error).message
  }
}

function relationProblem(
  project: Project,
  relation: Relation,
  spans: readonly Span[],
  relations: readonly Relation[],
): string | null {
  const type = findRelationType(project.labelSet, relation.typeId)
  if (!type) return `The relation type “${relation.typeId}” is not in the label set.`
  const from = spans.find(({ uid }) => uid === relation.fromUid)
  const to = spans.find(({ uid }) => uid === relation.toUid)
  if (!from || !to) return 'The relation leads to a span of another article.'
  return (
    endsProblem(type, from, to, (id) => labelTitle(project.labelSet, id)) ?? amongProblem(type, relation, relations)
  )
}
