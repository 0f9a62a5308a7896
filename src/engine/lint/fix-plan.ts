import type { LintScope } from '../../shared/contract/lint-methods'
import type { FixableCode } from '../../shared/domain/lint'
import { timestamp } from '../base/clock-and-ids'
import { type Op, storedSpan } from '../store/history/ops'
import type { Project } from '../store/project'
import type { LintChoice } from './lint-article'
import { type Fixes, planFixes } from './plan-fixes'
import { choiceOf, readArticle } from './read-articles'

/** Spans changed by one gesture: a step of the history stays of a size that undo can take back at once. */
const MOST_SPANS = 20_000

/** What is put right in one step, article by article. */
export class FixPlan {
  trimmed = 0
  dropped = 0
  articles = 0
  readonly #choice: LintChoice
  readonly #codes: ReadonlySet<FixableCode>
  readonly #plans: Fixes[] = []

  /** Throws what `choiceOf` does. */
  constructor(project: Project, scope: LintScope, codes: readonly FixableCode[]) {
    this.#choice = choiceOf(project, scope)
    this.#codes = new Set(codes)
  }

  /** Adds what is to do in an article; false where the plan is full. */
  add(project: Project, articleId: number): boolean {
    if (this.trimmed + this.dropped >= MOST_SPANS) return false
    const article = readArticle(project, articleId)
    const plan = article && planFixes(project, article, this.#choice, this.#codes)
    if (!plan || plan.trimmed.length + plan.dropped.length === 0) return true
    this.#plans.push(plan)
    this.trimmed += plan.trimmed.length
    this.dropped += plan.dropped.length
    this.articles++
    return true
  }

  /** Links first: they leave the spans that go. */
  ops({ sql, clock }: Project): Op[] {
    const updatedAt = timestamp(clock)
    return [
      ...this.#plans.flatMap(({ links }) => links),
      ...this.#plans.flatMap(({ dropped }) => dropped.map((uid): Op => ({ op: 'span.remove', uid }))),
      ...this.#plans.flatMap(({ trimmed }) =>
        trimmed.map((span): Op => ({ op: 'span.put', row: storedSpan(sql, { ...span, updatedAt }) })),
      ),
    ]
  }
}
