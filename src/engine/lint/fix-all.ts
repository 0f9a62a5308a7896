import type { LintReport } from '../../shared/contract/lint-report'
import { FIXABLE_CODES, type FixableCode } from '../../shared/domain/lint'
import { timestamp } from '../base/clock-and-ids'
import { doGesture } from '../store/history/gesture'
import { type Op, storedSpan } from '../store/history/ops'
import type { Project } from '../store/project'
import { countOf } from '../store/wording'
import { type Fixes, planFixes } from './plan-fixes'
import { choiceOf, readArticle } from './read-articles'
import type { LintRun } from './run-lint'

/** Spans changed by one gesture: a step of the history stays of a size that undo can take back at once. */
const MOST_SPANS = 20_000

/** Puts right what a look found and what is safe, as things are now, in one step. What is beyond that waits for the next. */
export function fixAll(
  project: Project,
  author: string,
  { scope, fixableIds }: LintRun,
  codes: readonly FixableCode[] = FIXABLE_CODES,
): NonNullable<LintReport['fixed']> {
  const choice = choiceOf(project, scope)
  const wanted = new Set(codes)
  let trimmed = 0
  let dropped = 0
  let articles = 0
  const change = doGesture(project, author, () => {
    const plans: Fixes[] = []
    for (const articleId of fixableIds) {
      if (trimmed + dropped >= MOST_SPANS) break
      const article = readArticle(project, articleId)
      const plan = article && planFixes(project, article, choice, wanted)
      if (!plan || plan.trimmed.length + plan.dropped.length === 0) continue
      plans.push(plan)
      trimmed += plan.trimmed.length
      dropped += plan.dropped.length
      articles++
    }
    return { kind: 'lint.fix', articleId: null, summary: summarise(trimmed, dropped), ops: opsOf(project, plans) }
  })
  return { trimmed, dropped, articles, eventId: articles === 0 ? null : change.eventId }
}

/** Links first: they leave the spans that go. */
function opsOf(project: Project, plans: readonly Fixes[]): Op[] {
  const updatedAt = timestamp(project.clock)
  return [
    ...plans.flatMap(({ links }) => links),
    ...plans.flatMap(({ dropped }) => dropped.map((uid): Op => ({ op: 'span.remove', uid }))),
    ...plans.flatMap(({ trimmed }) =>
      trimmed.map((span): Op => ({ op: 'span.put', row: storedSpan(project.sql, { ...span, updatedAt }) })),
    ),
  ]
}

function summarise(trimmed: number, dropped: number): string {
  const parts = [
    ...(trimmed > 0 ? [`trim ${countOf(trimmed, 'span')}`] : []),
    ...(dropped > 0 ? [`drop ${countOf(dropped, 'span')} marked twice`] : []),
  ]
  return parts.join(' and ')
}
