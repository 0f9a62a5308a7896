import { CircleCheck, TriangleAlert } from 'lucide-react'
import type { ExportReport } from '../../shared/contract/jobs'
import { lostLines } from '../dialogs/export-report'
import { countOf } from '../ui/format'
import own from './export-dialog.module.css'

/** What the format has no place for, before anything is written. */
export function LostView({ count }: { readonly count: ExportReport | null }) {
  if (count === null) return <p className={own.line}>Counting what the format can hold…</p>
  const lost = lostLines(count)
  const refused = count.refused.length
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
