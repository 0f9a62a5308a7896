import type { LintScope } from '../../shared/contract/lint-methods'
import type { FixableCode, LintCode } from '../../shared/domain/lint'
import { DictumError } from '../../shared/domain/result'
import { fixAll } from '../lint/fix-all'
import { type LintRun, runLint } from '../lint/run-lint'
import type { Project } from '../store/project'
import type { Session } from './session'

/** Looks over the annotations; the last one's findings are kept until the next, or until the project is closed. */
export interface LintRuns {
  /** One that is running ends: it answers what nobody asks any more. */
  start(scope: LintScope): Promise<string>
  /** Throws not_found before the first look has ended. */
  last(): LintRun
  /** Throws not_found, project_busy. */
  fix(codes: readonly FixableCode[]): string
  drop(): void
}

export function createLintRuns(session: Session): LintRuns {
  let kept: { readonly project: Project; readonly run: LintRun } | null = null
  const last = () => {
    if (kept?.project === session.require()) return kept.run
    throw new DictumError('not_found', 'Nothing has been looked over yet. Start a look first.')
  }
  return {
    last,
    drop: () => {
      kept = null
    },
    start: (scope) => {
      const project = session.require()
      return session.jobs.startInstead('lint', async (control) => {
        const run = await runLint(project, scope, control)
        kept = { project, run }
        return { state: 'done', report: run.report }
      })
    },
    fix: (codes) => {
      const [project, author, before] = [session.require(), session.annotator, last()]
      return session.jobs.start('lint', async (control) => {
        control.progress('Mending spans', 0, null)
        const fixed = await fixAll(project, author, before, control, codes)
        if (fixed.eventId !== null) session.emit({ type: 'annotations-changed' })
        const run = await runLint(project, before.scope, control)
        kept = { project, run }
        return { state: 'done', report: { ...run.report, fixed } }
      })
    },
  }
}

/** Findings of one kind (null: of any), from one on. */
export function pageOf({ findings }: LintRun, code: LintCode | null, from: number, count: number) {
  const all = code === null ? findings : findings.filter((finding) => finding.code === code)
  return { total: all.length, findings: all.slice(from, from + count) }
}
