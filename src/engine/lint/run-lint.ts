import type { LintFinding, LintScope } from '../../shared/contract/lint-methods'
import type { LintReport } from '../../shared/contract/lint-report'
import { LINT_CODES, LINT_RULES, type LintCode } from '../../shared/domain/lint'
import { DictumError } from '../../shared/domain/result'
import type { JobControl } from '../base/jobs'
import { pacer } from '../base/pace'
import { namesOf } from '../export/articles/names'
import type { Project } from '../store/project'
import type { Finding } from './finding'
import { isChosen, lintArticle } from './lint-article'
import { choiceOf, type ReadArticle, readArticle, scopeIds } from './read-articles'

const BREATHE_EVERY_MS = 30
/** Kept of each kind: more than anyone goes through. All are counted. */
export const MOST_KEPT = 5000

/** What one look came to. */
export interface LintRun {
  readonly scope: LintScope
  readonly report: LintReport
  /** Of each kind the first {@link MOST_KEPT}, in the order of the articles. */
  readonly findings: readonly LintFinding[]
  /** Articles in which something can be put right. */
  readonly fixableIds: readonly number[]
}

/** Looks over the articles of a scope. Throws bad_request for a scope that is not there, cancelled. */
export async function runLint(project: Project, scope: LintScope, control: JobControl): Promise<LintRun> {
  const choice = choiceOf(project, scope)
  const ids = scopeIds(project, scope)
  const names = namesOf(project.labelSet)
  const counts = new Map<LintCode, { count: number; fixable: number }>()
  const findings: LintFinding[] = []
  const fixableIds: number[] = []
  let spans = 0
  const pace = pacer(BREATHE_EVERY_MS)
  for (const [done, articleId] of ids.entries()) {
    if (control.isCancelled()) throw new DictumError('cancelled', 'The look over the annotations was stopped.')
    const article = readArticle(project, articleId)
    if (article !== null) {
      for (const span of article.spans) if (isChosen(choice, span)) spans++
      const found = lintArticle(project.labelSet, article, choice)
      for (const finding of found) {
        const tally = counts.get(finding.code) ?? { count: 0, fixable: 0 }
        counts.set(finding.code, tally)
        if (tally.count++ < MOST_KEPT) findings.push(toRow(article, finding, names.label(finding.span.labelId)))
        if (finding.isFixable) tally.fixable++
      }
      if (found.some(({ isFixable }) => isFixable)) fixableIds.push(articleId)
    }
    control.progress('Looking over the annotations', done + 1, ids.length)
    await pace()
  }
  return { scope, report: toReport(ids.length, spans, counts), findings, fixableIds }
}

const toRow = (article: ReadArticle, finding: Finding, label: string): LintFinding => ({
  code: finding.code,
  article: article.uid,
  articleId: article.articleId,
  title: article.title,
  span: finding.span.uid,
  relation: finding.relation?.uid ?? null,
  label,
  labelId: finding.span.labelId,
  message: finding.message,
  fixable: finding.isFixable,
})

function toReport(
  articles: number,
  spans: number,
  counted: ReadonlyMap<LintCode, { count: number; fixable: number }>,
): LintReport {
  const counts = LINT_CODES.flatMap((code) => {
    const tally = counted.get(code)
    return tally ? [{ code, ...tally }] : []
  })
  const sum = (of: (line: (typeof counts)[number]) => number) => counts.reduce((all, line) => all + of(line), 0)
  return {
    articles,
    spans,
    findings: sum(({ count }) => count),
    problems: sum(({ code, count }) => (LINT_RULES[code].level === 'problem' ? count : 0)),
    fixable: sum(({ fixable }) => fixable),
    counts,
    fixed: null,
  }
}
