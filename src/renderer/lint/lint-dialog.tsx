import { CircleCheck, Undo2, WandSparkles } from 'lucide-react'
import { type KeyboardEvent, useEffect } from 'react'
import type { LintReport } from '../../shared/contract/lint-report'
import { LINT_RULES, type LintCode } from '../../shared/domain/lint'
import { undoByKey } from '../commands/undo-by-key'
import styles from '../dialogs/dialogs.module.css'
import { JobProgress } from '../dialogs/job-progress'
import { ReportList } from '../dialogs/report-list'
import { cancelJob } from '../state/app-actions'
import { useAppStore } from '../state/app-store'
import {
  goToFinding,
  listFindings,
  lookAgain,
  mendedWords,
  mendFindings,
  startLint,
  undoMending,
  useLintStore,
} from '../state/lint'
import { settleGestures } from '../state/settle'
import { Button } from '../ui/button'
import { Chips } from '../ui/chips'
import { Dialog } from '../ui/dialog'
import { countOf } from '../ui/format'
import { useKeepKeyboard } from '../ui/use-keep-keyboard'
import { useLasting } from '../ui/use-lasting'
import { labelTitles } from './label-titles'
import own from './lint-dialog.module.css'

/** Milliseconds. */
const PATIENCE_MS = 500

interface LintDialogProps {
  /** Whether the export waits behind it. */
  readonly isForExport: boolean
  onClose(): void
}

/** What is worth mending in the annotations before they go out. */
export function LintDialog({ isForExport, onClose }: LintDialogProps) {
  const report = useLintStore((state) => state.report)
  const runningId = useLintStore((state) => state.runningId)
  const isStopped = useLintStore((state) => state.isStopped)
  const job = useAppStore((state) => (runningId === null ? undefined : state.jobs.get(runningId)))
  // a short look is over before its bar could be read
  const lasts = useLasting(runningId !== null, PATIENCE_MS)
  useEffect(() => {
    // what was found for an export stands; by itself the whole project is looked over, as it is now
    if (!isForExport) void startLint({})
  }, [isForExport])
  const onKeyDown = (event: KeyboardEvent) => {
    undoByKey(event)
    if (event.isDefaultPrevented()) void settleGestures().then(lookAgain)
  }
  return (
    <Dialog
      title="Look over the annotations"
      size="large"
      onClose={onClose}
      onKeyDown={onKeyDown}
      footer={<Footer isForExport={isForExport} onClose={onClose} />}
    >
      {job !== undefined && job.state === 'running' && (report === null || lasts) && <JobProgress job={job} />}
      {isStopped && runningId === null && (
        <p className={styles.warn}>
          The look was stopped before its end. {report !== null && 'What is listed was found by the look before it.'}
        </p>
      )}
      {report !== null && <Report report={report} />}
    </Dialog>
  )
}

function Footer({ isForExport, onClose }: LintDialogProps) {
  const report = useLintStore((state) => state.report)
  const runningId = useLintStore((state) => state.runningId)
  const isStopped = useLintStore((state) => state.isStopped)
  const undoTop = useAppStore((state) => state.project?.undo.undo?.eventId)
  const fixable = report?.fixable ?? 0
  const fixed = report?.fixed ?? null
  const keeper = useKeepKeyboard<HTMLDivElement>()
  return (
    <div className={own.foot} {...keeper}>
      <span className={`${styles.grow} ${styles.numbers}`} role="status">
        {runningId !== null ? 'Looking…' : fixed === null ? '' : mendedWords(fixed)}
      </span>
      {runningId !== null && (
        <Button variant="quiet" onPress={() => void cancelJob(runningId)}>
          Stop
        </Button>
      )}
      {isStopped && runningId === null && <Button onPress={() => void lookAgain()}>Look again</Button>}
      {fixed !== null && fixed.eventId !== null && fixed.eventId === undoTop && (
        <Button variant="quiet" icon={Undo2} onPress={() => void undoMending()}>
          Undo
        </Button>
      )}
      {fixable > 0 && !isStopped && runningId === null && (
        <Button icon={WandSparkles} onPress={() => void mendFindings()}>
          {`Fix all ${fixable === 1 ? 'that is safe (1)' : `that are safe (${fixable.toLocaleString('en')})`}`}
        </Button>
      )}
      <span data-keeps-keyboard>
        <Button variant="primary" autoFocus onPress={onClose}>
          {isForExport ? 'Back to the export' : 'Done'}
        </Button>
      </span>
    </div>
  )
}

function Report({ report }: { readonly report: LintReport }) {
  const code = useLintStore((state) => state.code)
  const findings = useLintStore((state) => state.findings)
  const labelSet = useAppStore((state) => state.project?.labelSet)
  const looked = `${countOf(report.spans, 'span')} in ${countOf(report.articles, 'article')}`
  if (report.findings === 0) {
    return (
      <p className={own.clean}>
        <CircleCheck size={20} strokeWidth={1.75} aria-hidden="true" />
        Nothing to mend in {looked}.
      </p>
    )
  }
  const titleOf = labelTitles(labelSet)
  const kinds = [
    { id: 'all', name: 'All', count: report.findings },
    ...report.counts.map((line) => ({ id: line.code, name: LINT_RULES[line.code].title, count: line.count })),
  ]
  const rest = (code === null ? report.findings : countFor(report, code)) - findings.length
  return (
    <>
      <p className={styles.lead}>
        {countOf(report.findings, 'finding')} in {looked}
        {report.problems === 0
          ? ': hints, no problem among them.'
          : report.problems === report.findings
            ? ', all of them problems.'
            : `, ${countOf(report.problems, 'problem')} among them. The rest are hints.`}
      </p>
      <Chips
        label="Kinds of findings"
        mode="single"
        size="small"
        selected={[code ?? 'all']}
        options={kinds}
        onChange={([id]) => void listFindings(id === undefined || id === 'all' ? null : (id as LintCode))}
      />
      <p className={styles.text}>
        {code === null
          ? 'A finding leads to its place in the article; F8 goes on to the next one.'
          : LINT_RULES[code].why}
      </p>
      <ReportList
        key={code ?? 'all'}
        label="Findings"
        items={findings.map((finding, index) => ({
          title: finding.message,
          message: `${LINT_RULES[finding.code].title} · ${titleOf(finding.labelId)} · ${finding.title}`,
          tone: 'plain',
          open: () => goToFinding(index),
        }))}
      />
      {rest > 0 && findings.length > 0 && (
        <p className={styles.text}>And {rest.toLocaleString('en')} more, which are not listed.</p>
      )}
    </>
  )
}

const countFor = (report: LintReport, code: LintCode): number =>
  report.counts.find((line) => line.code === code)?.count ?? 0
