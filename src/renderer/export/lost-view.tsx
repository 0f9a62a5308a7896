import { CircleCheck, TriangleAlert } from 'lucide-react'
import { lostLines } from '../dialogs/export-report'
import { countOf } from '../ui/format'
import own from './export-dialog.module.css'
import type { Count } from './use-count'

/** What the format has no place for, before anything is written. */
export function LostView({ count: { report, hasFailed } }: { readonly count: Count }) {
  if (hasFailed) return null
  if (report === null) return <p className={own.line}>Counting what the format can hold…</p>
  const lost = lostLines(report)
  const refused = report.refused.length
  if (lost.length === 0 && refused === 0) {
    return (
      <p className={own.line} data-tone="ok">
        <CircleCheck size={16} strokeWidth={1.75} aria-hidden="true" />
        Nothing is lost: the format holds all that is chosen.
      </p>
    )
  }
  return (
    <div className={own.line} data-tone="warn">
      <TriangleAlert size={16} strokeWidth={1.75} aria-hidden="true" />
      <div>
        {lost.length > 0 && `The format cannot hold: ${lost.join(', ')}. `}
        {refused > 0 && `${countOf(refused, 'span')} no longer match their text and will be left out.`}
      </div>
    </div>
  )
}
