import type { CheckReport } from '../../shared/contract/project'
import { DictumError } from '../../shared/domain/result'
import { breathe, type JobControl } from '../base/jobs'
import { readThrough } from '../project/read-through'
import type { Project } from '../store/project'
import { relationsOfArticle, spansOfArticle } from '../store/rows/annotation-rows'
import { checkSearchIndex } from '../store/rows/search-index'
import { suggestionsOfArticle } from '../store/rows/suggestion-rows'
import { wordsProblem } from '../store/rules/span-rules'
import type { Sql } from '../store/sql'
import { fieldsProblem, relationProblem, spanProblem } from './check-annotations'
import { corpusFindings } from './check-corpus'
import { Findings } from './findings'
import { Replay } from './replay'

const BREATHE_EVERY_MS = 30
const EVENTS_AT_ONCE = 200
/** Looked at between two looks at the clock. */
const ARTICLES_AT_ONCE = 20

type Control = Pick<JobControl, 'isCancelled' | 'progress'>

const ALONE: Control = { isCancelled: () => false, progress: () => undefined }

/**
 * Looks at everything: the file, every annotation against its article's text, the rules and the history, what is kept
 * beside them, and the search index. Changes nothing. Throws cancelled.
 */
export async function checkProject(project: Project, control: Control = ALONE): Promise<CheckReport> {
  const { sql } = project
  const findings = new Findings(sql)
  let sinceMs = performance.now()
  const breatheOnce = async () => {
    await breathe()
    if (control.isCancelled()) throw new DictumError('cancelled', 'The check was cancelled.')
  }
  const breatheNowAndThen = async () => {
    if (performance.now() - sinceMs <= BREATHE_EVERY_MS) return
    await breatheOnce()
    sinceMs = performance.now()
  }

  control.progress('Reading the file', 0, null)
  const integrity = await fileIntegrity(project, findings)

  const events = lastId(sql, 'event')
  const replay = new Replay(sql)
  for (let done = EVENTS_AT_ONCE; replay.advance(EVENTS_AT_ONCE); done += EVENTS_AT_ONCE) {
    control.progress('Replaying the history', Math.min(done, events), events)
    await breatheNowAndThen()
  }

  const articles = sql.get<{ n: number }>('SELECT count(*) AS n FROM article')?.n ?? 0
  let afterId = 0
  for (let done = 0; ; ) {
    // so few at once, and nothing in between, that gestures can be made meanwhile
    const rows = nextArticles(sql, afterId)
    while (replay.advance(EVENTS_AT_ONCE));
    for (const article of rows) checkArticle(project, article, replay, findings)
    if (rows.length === 0) break
    afterId = rows.at(-1)!.id
    done += rows.length
    control.progress('Checking articles', done, Math.max(done, articles))
    await breatheNowAndThen()
  }
  while (replay.advance(EVENTS_AT_ONCE));
  const astray = replay.problemOfWhole()
  if (astray !== null) findings.ofWhole('history', astray)
  for (const { eventId, reason } of replay.unreadable)
    findings.ofWhole('event', `Event ${eventId} cannot be read (${reason}).`)

  control.progress('Checking lists and copies', 0, null)
  for (const found of corpusFindings(sql)) {
    for (const { code, articleId, message } of found) findings.ofArticleRow(code, articleId, message)
    await breatheNowAndThen()
  }

  control.progress('Comparing the search index', 0, null)
  await breatheOnce()
  try {
    checkSearchIndex(sql)
  } catch (error) {
    findings.ofWhole('search_index', `The search index does not match the articles (${String(error)}).`)
  }
  return findings.report(integrity)
}

interface ArticleRow {
  readonly id: number
  readonly uid: string
  readonly text: string | null
  readonly length_utf16: number
  readonly has_fields: number
  readonly has_spans: number
  readonly has_suggestions: number
}

const nextArticles = (sql: Sql, afterId: number): ArticleRow[] =>
  sql.all<ArticleRow>(
    `SELECT id, uid, text, length_utf16, fields <> '{}' AS has_fields,
       EXISTS (SELECT 1 FROM span WHERE span.article_id = article.id) AS has_spans,
       EXISTS (SELECT 1 FROM suggestion WHERE suggestion.article_id = article.id) AS has_suggestions
     FROM article LEFT JOIN article_text ON article_text.article_id = article.id
     WHERE id > ? ORDER BY id LIMIT ${ARTICLES_AT_ONCE}`,
    afterId,
  )

function checkArticle(project: Project, article: ArticleRow, replay: Replay, findings: Findings): void {
  const { sql } = project
  const add = (code: string, span: string | null, message: string) => findings.add(code, article, span, message)
  const text = article.text ?? ''
  if (article.text === null) add('text_changed', null, 'The article has no text.')
  else if (text.length !== article.length_utf16) {
    add('text_changed', null, `The text has ${text.length} UTF-16 units instead of ${article.length_utf16}.`)
  }
  const spans = article.has_spans ? spansOfArticle(sql, article.id) : []
  // a relation has its ends on spans of its article, or the foreign keys say so
  const relations = article.has_spans ? relationsOfArticle(sql, article.id) : []
  for (const span of spans) {
    const problem = wordsProblem(text, span)
    if (problem !== null) add('offset_mismatch', span.uid, problem)
    const ruled = spanProblem(project, span)
    if (ruled) add(ruled.code, span.uid, ruled.message)
  }
  for (const suggestion of article.has_suggestions ? suggestionsOfArticle(sql, article.id) : []) {
    const problem = wordsProblem(text, suggestion)
    if (problem !== null) add('offset_mismatch', suggestion.uid, problem)
  }
  const fields = article.has_fields ? fieldsProblem(project, article.uid) : null
  if (fields !== null) add('document_field', null, fields)
  for (const relation of relations) {
    const message = relationProblem(project, relation, spans, relations)
    if (message !== null) add('relation_rule', relation.uid, message)
  }
  const astray = replay.problem(article.uid, spans, relations)
  if (astray !== null) add('history', null, astray)
}

const lastId = (sql: Sql, table: string): number =>
  sql.get<{ id: number | null }>(`SELECT max(id) AS id FROM ${table}`)?.id ?? 0

async function fileIntegrity(project: Project, findings: Findings): Promise<string> {
  const [pages = [], keys = []] = await readThrough(project.path, ['integrity_check(100)', 'foreign_key_check'])
  const problems = pages.map((row) => String(row.integrity_check)).filter((line) => line !== 'ok')
  for (const problem of problems) findings.ofWhole('integrity', problem)
  for (const { table, rowid, parent } of keys) {
    const message = `Row ${rowid} of ${table} refers to a row of ${parent} that is not there.`
    problems.push(message)
    findings.ofWhole('foreign_key', message)
  }
  return problems[0] ?? 'ok'
}
