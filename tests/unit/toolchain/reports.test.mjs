import { expect, it } from 'vitest'
import { countPlaywright, countVitest, FAILED, judge, PASSED, summary } from '../../../scripts/lib/reports.mjs'

const vitest = (over) => ({
  numPassedTests: 5,
  numFailedTests: 0,
  numPendingTests: 1,
  numTodoTests: 1,
  testResults: [],
  ...over,
})

it('counts vitest tests, to-dos as skipped', () => {
  expect(countVitest(vitest({}))).toEqual({ passed: 5, failed: 0, skipped: 2 })
})

it('counts a test file that breaks before its first test as one failed, and a failed test once', () => {
  const testResults = [
    { status: 'failed', assertionResults: [] },
    { status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }] },
    { status: 'passed', assertionResults: [{ status: 'passed' }] },
  ]
  expect(countVitest(vitest({ numFailedTests: 1, testResults })).failed).toBe(2)
})

it('counts Playwright tests, flaky ones as passed and errors outside of tests as failed', () => {
  const stats = { expected: 3, flaky: 1, unexpected: 2, skipped: 4 }
  expect(countPlaywright({ stats, errors: [{ message: 'no config' }] })).toEqual({ passed: 4, failed: 3, skipped: 4 })
})

it('takes a stage without a report for failed, whatever its status', () => {
  expect(judge(0, undefined)).toEqual(FAILED)
})

it('does not believe a report without failures when the status says otherwise', () => {
  expect(judge(1, { passed: 9, failed: 0, skipped: 0 })).toEqual({ passed: 9, failed: 1, skipped: 0 })
  expect(judge(1, { passed: 9, failed: 3, skipped: 0 }).failed).toBe(3)
})

it('sums up in one line', () => {
  expect(summary([])).toBe('tests: 0 passed, 0 failed, 0 skipped')
  expect(summary([PASSED, PASSED, FAILED, { passed: 40, failed: 0, skipped: 2 }])).toBe(
    'tests: 42 passed, 1 failed, 2 skipped',
  )
})
