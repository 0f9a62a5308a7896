import { CircleCheck, ListChecks, TriangleAlert } from 'lucide-react'
import { useEffect, useMemo } from 'react'
import type { ExportOptions } from '../../shared/contract/export-methods'
import { openDialog } from '../state/app-store'
import { startLint, useLintStore } from '../state/lint'
import { Button } from '../ui/button'
import { countOf } from '../ui/format'
import own from './export-dialog.module.css'

const PAUSE_MS = 350

/** How much of what is to be exported is worth a look first, and the way to it. */
export function LintLine({ options }: { readonly options: ExportOptions }) {
  const report = useLintStore((state) => state.report)
  const isRunning = useLintStore((state) => state.runningId !== null)
  const isStopped = useLintStore((state) => state.isStopped)
  const { filter, statuses, labels, annotator } = options
  const scope = useMemo(() => ({ filter, statuses, labels, annotator }), [filter, statuses, labels, annotator])
  useEffect(() => {
    const timer = setTimeout(() => void startLint(scope), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [scope])
  if (isStopped && !isRunning) {
    return (
      <div className={own.line}>
        <span className={own.grow}>The annotations were not looked over.</span>
        <Button size="small" onPress={() => void startLint(scope)}>
          Look again
        </Button>
      </div>
    )
  }
  if (report === null || isRunning) return <p className={own.line}>Looking over the annotations…</p>
  if (report.findings === 0) {
    return (
      <p className={own.line} data-tone="ok">
        <CircleCheck size={16} strokeWidth={1.75} aria-hidden="true" />
        Nothing to mend in the annotations.
      </p>
    )
  }
  const Icon = report.problems > 0 ? TriangleAlert : ListChecks
  return (
    <div className={own.line} data-tone={report.problems > 0 ? 'warn' : 'plain'}>
      <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
      <span className={own.grow}>
        {countOf(report.findings, 'finding')} in the annotations
        {report.problems === 0
          ? ''
          : report.problems === report.findings
            ? ', all of them problems'
            : `, ${countOf(report.problems, 'problem')} among them`}
        .
      </span>
      <Button size="small" onPress={() => openDialog({ kind: 'lint', isForExport: true })}>
        Look at them
      </Button>
    </div>
  )
}
