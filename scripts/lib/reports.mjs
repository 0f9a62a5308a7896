/** @typedef {{passed: number, failed: number, skipped: number}} Counts */

/** @type {Counts} */
export const PASSED = { passed: 1, failed: 0, skipped: 0 }
/** @type {Counts} */
export const FAILED = { passed: 0, failed: 1, skipped: 0 }

/**
 * Counts of a vitest JSON report. A file that fails before its first test has no tests in it, and counts as one failed.
 * @param {any} report
 * @returns {Counts}
 */
export function countVitest(report) {
  const broken = report.testResults.filter(
    (/** @type {any} */ file) =>
      file.status === 'failed' && !file.assertionResults.some((/** @type {any} */ test) => test.status === 'failed'),
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
  }
}

/**
 * Counts of a Playwright JSON report. What passed at a second try passed; an error outside of any test counts as failed.
 * @param {any} report
 * @returns {Counts}
 */
export function countPlaywright({ stats, errors }) {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length, skipped: stats.skipped }
}

/**
 * What a stage adds to the sum: its report, held against its exit status.
 * @param {number} status
 * @param {Counts | undefined} counts undefined when the stage left no report
 * @returns {Counts}
 */
export function judge(status, counts) {
  if (!counts) return FAILED
  return status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

/**
 * The last line of npm test.
 * @param {Counts[]} all
 */
export function summary(all) {
  const sum = (/** @type {keyof Counts} */ key) => all.reduce((total, counts) => total + counts[key], 0)
  return `tests: ${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`
}
