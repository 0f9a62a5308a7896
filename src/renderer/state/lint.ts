import { create } from 'zustand'
import type { Job } from '../../shared/contract/jobs'
import type { LintFinding } from '../../shared/contract/lint-methods'
import type { LintReport } from '../../shared/contract/lint-report'
import type { WindowParams } from '../../shared/contract/window-methods'
import type { LintCode } from '../../shared/domain/lint'
import { countOf, formatCount } from '../ui/format'
import { closeDialog, openDialog, reportFailure, showToast } from './app-store'
import { askEngine } from './engine'
import { undo } from './gestures'
import { openArticle } from './navigation'
import { settleGestures } from './settle'

export type LintScope = WindowParams<'lint.start'>
type LintJob = Extract<Job, { kind: 'lint' }>

interface LintState {
  /** What was looked at last; null: nothing yet. */
  readonly scope: LintScope | null
  /** The look that goes on; null: none. */
  readonly runningId: string | null
  readonly report: LintReport | null
  /** Whether the last look came to nothing: it was stopped, or what it was to look at is not there. */
  readonly isStopped: boolean
  /** The kind of findings that is listed; null: all. */
  readonly code: LintCode | null
  readonly findings: readonly LintFinding[]
  /** Of the findings listed, the one that was followed to its place; -1: none yet. */
  readonly at: number
}

const NOTHING: LintState = {
  scope: null,
  runningId: null,
  report: null,
  isStopped: false,
  code: null,
  findings: [],
  at: -1,
}

export const useLintStore = create<LintState>()(() => NOTHING)

export const clearLint = (): void => useLintStore.setState(NOTHING)

/** As many are asked for at a time, and listed in all: more than anyone goes through. */
const PAGE = 1000
const MOST_LISTED = 5000

/** Looks over the annotations; an earlier look ends. All that is found is listed. */
export function startLint(scope: LintScope): Promise<void> {
  useLintStore.setState({ code: null })
  return look(scope)
}

async function look(scope: LintScope): Promise<void> {
  try {
    await settleGestures()
    useLintStore.setState({ scope, isStopped: false })
    const { jobId } = await askEngine('lint.start', scope)
    useLintStore.setState({ runningId: jobId })
  } catch (error) {
    useLintStore.setState({ isStopped: true })
    reportFailure(error)
  }
}

let lastList = 0

/** Lists the findings of a kind; null: all. */
export async function listFindings(code: LintCode | null): Promise<void> {
  const list = ++lastList
  try {
    const found: LintFinding[] = []
    while (found.length < MOST_LISTED) {
      const { findings } = await askEngine('lint.page', { code, from: found.length, count: PAGE })
      if (list !== lastList) return
      found.push(...findings)
      if (findings.length < PAGE) break
    }
    useLintStore.setState({ code, findings: found, at: -1 })
  } catch (error) {
    reportFailure(error)
  }
}

export function followLint(job: LintJob): void {
  if (job.jobId !== useLintStore.getState().runningId) return
  useLintStore.setState({ runningId: null })
  if (job.state === 'failed' && job.error !== null) showToast('error', job.error.message)
  const { report } = job
  useLintStore.setState({ isStopped: report === null })
  if (report === null) return
  const { code } = useLintStore.getState()
  useLintStore.setState({ report })
  void listFindings(report.counts.some((line) => line.code === code) ? code : null)
  if (report.fixed?.eventId != null) showToast('info', mendedWords(report.fixed), { eventId: report.fixed.eventId })
}

/** “12 spans trimmed, 3 marked twice dropped.” */
export function mendedWords({ trimmed, dropped }: NonNullable<LintReport['fixed']>): string {
  const parts = [
    trimmed > 0 && `${countOf(trimmed, 'span')} trimmed`,
    dropped > 0 && `${countOf(dropped, 'span')} marked twice dropped`,
  ].filter((part) => part !== false)
  return parts.length === 0 ? 'Nothing had to be changed.' : `${parts.join(', ')}.`
}

/** Opens the place of one of the findings listed. */
export function goToFinding(index: number): void {
  const finding = useLintStore.getState().findings[index]
  if (finding === undefined) return
  useLintStore.setState({ at: index })
  closeDialog()
  void openArticle(finding.articleId, { focusUid: finding.span })
}

/** Goes on to the place of the next finding, or back to the one before. */
export function stepFinding(direction: 1 | -1): void {
  const { findings, at } = useLintStore.getState()
  const finding = findings[at + direction]
  if (findings.length === 0) openDialog({ kind: 'lint' })
  else if (finding === undefined) {
    showToast('info', direction === 1 ? 'This was the last finding.' : 'This was the first finding.')
  } else {
    const place = `${formatCount(at + direction + 1)} of ${formatCount(findings.length)}`
    showToast('info', `${place}: ${finding.message}`)
    goToFinding(at + direction)
  }
}

/** Puts right what is safe, in one step, and looks again. */
export async function mendFindings(): Promise<void> {
  try {
    await settleGestures()
    const { jobId } = await askEngine('lint.fix', {})
    useLintStore.setState({ runningId: jobId })
  } catch (error) {
    reportFailure(error)
  }
}

/** Takes the mending back, and looks again. */
export async function undoMending(): Promise<void> {
  await undo()
  await lookAgain()
}

/** Looks once more at what was looked at last. */
export async function lookAgain(): Promise<void> {
  const { scope } = useLintStore.getState()
  if (scope !== null) await look(scope)
}
