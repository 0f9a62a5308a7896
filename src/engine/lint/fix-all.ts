import type { LintReport } from '../../shared/contract/lint-report'
import { FIXABLE_CODES, type FixableCode } from '../../shared/domain/lint'
import { DictumError } from '../../shared/domain/result'
import type { JobControl } from '../base/jobs'
import { pacer } from '../base/pace'
import { doGesture } from '../store/history/gesture'
import type { Project } from '../store/project'
import { countOf } from '../store/wording'
import { FixPlan } from './fix-plan'
import type { LintRun } from './run-lint'

/** Puts right what a look found and what is safe, as things are now, in one step. What is beyond that waits for the next. */
export async function fixAll(
  project: Project,
  author: string,
  run: LintRun,
  control: JobControl,
  codes: readonly FixableCode[] = FIXABLE_CODES,
): Promise<NonNullable<LintReport['fixed']>> {
  const before = stateOf(project)
  let plan = await planAhead(project, run, control, codes)
  control.progress('Mending spans', run.fixableIds.length, run.fixableIds.length)
  const change = doGesture(project, author, () => {
    // what it was made of may not be there any more
    if (stateOf(project) !== before) plan = planNow(project, run, codes)
    const { trimmed, dropped } = plan
    return { kind: 'lint.fix', articleId: null, summary: summarise(trimmed, dropped), ops: plan.ops(project) }
  })
  const { trimmed, dropped, articles } = plan
  return { trimmed, dropped, articles, eventId: articles === 0 ? null : change.eventId }
}

/** Others are served meanwhile. Throws cancelled; nothing is changed then. */
async function planAhead(
  project: Project,
  run: LintRun,
  control: JobControl,
  codes: readonly FixableCode[],
): Promise<FixPlan> {
  const plan = new FixPlan(project, run.scope, codes)
  const pace = pacer()
  for (const [done, articleId] of run.fixableIds.entries()) {
    if (control.isCancelled()) throw new DictumError('cancelled', 'Nothing was mended.')
    if (!plan.add(project, articleId)) break
    control.progress('Mending spans', done + 1, run.fixableIds.length)
    await pace()
  }
  return plan
}

function planNow(project: Project, { scope, fixableIds }: LintRun, codes: readonly FixableCode[]): FixPlan {
  const plan = new FixPlan(project, scope, codes)
  for (const articleId of fixableIds) if (!plan.add(project, articleId)) break
  return plan
}

/** Another one after whatever is written, here or by another program. */
const stateOf = ({ sql }: Project): string =>
  `${sql.get<{ n: number }>('SELECT total_changes() AS n')!.n} ${sql.db.pragma('data_version', { simple: true })}`

function summarise(trimmed: number, dropped: number): string {
  const parts = [
    ...(trimmed > 0 ? [`trim ${countOf(trimmed, 'span')}`] : []),
    ...(dropped > 0 ? [`drop ${countOf(dropped, 'span')} marked twice`] : []),
  ]
  return parts.join(' and ')
}
