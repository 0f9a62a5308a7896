import { TriangleAlert } from 'lucide-react'
import type { ExportReport } from '../../shared/contract/jobs'
import { divisionLines, splitWords } from '../dialogs/export-report'
import { formatCount } from '../ui/format'
import own from './export-dialog.module.css'

/** How many articles each part would have, and which none. */
export function DivisionView({ count }: { readonly count: ExportReport | null }) {
  const words = count === null ? null : splitWords(count)
  if (count === null || words === null) return null
  const { division } = count
  return (
    <>
      <p className={own.line}>
        {words}
        {division !== undefined &&
          division.added < count.articles &&
          `; ${formatCount(count.articles - division.added)} of them where they were before`}
      </p>
      {divisionLines(count).map((line) => (
        <p key={line} className={own.line} data-tone="warn">
          <TriangleAlert size={16} strokeWidth={1.75} aria-hidden="true" />
          {line}
        </p>
      ))}
    </>
  )
}
