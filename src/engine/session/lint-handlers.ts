import type { LINT_METHODS } from '../../shared/contract/lint-methods'
import type { Handlers } from './handler-table'
import { type LintRuns, pageOf } from './lint-runs'

/** What a window may ask about what is worth mending. */
export const lintHandlers = (runs: LintRuns): Handlers<typeof LINT_METHODS> => ({
  'lint.start': async (scope) => ({ jobId: await runs.start(scope) }),
  'lint.page': ({ code, from, count }) => pageOf(runs.last(), code, from, count),
  'lint.fix': ({ codes }) => ({ jobId: runs.fix(codes) }),
  'lint.drop': () => {
    runs.drop()
    return null
  },
})
