import { Check } from 'lucide-react'
import type { ConcordanceRow } from '../../shared/contract/concordance-methods'
import { formatDay } from '../ui/format'
import styles from './concordance-line.module.css'

interface ConcordanceLineProps {
  /** Undefined while it is on its way. */
  readonly row: ConcordanceRow | undefined
  readonly isChosen: boolean
}

/** A hit between what comes before and after it. From the right, all of it is turned round. */
export function ConcordanceLine({ row, isChosen }: ConcordanceLineProps) {
  return (
    <div className={styles.line}>
      <span className={styles.choose} data-choose aria-hidden="true">
        <span className={styles.box} data-chosen={isChosen || undefined}>
          {isChosen && <Check size={12} strokeWidth={2.5} />}
        </span>
      </span>
      {row !== undefined && (
        <>
          <span className={styles.context} dir={row.direction}>
            <span className={styles.left}>
              <span className={styles.end}>{row.left}</span>
            </span>
            <span className={styles.right}>
              <mark className={styles.hit}>{row.hit}</mark>
              {row.right}
            </span>
          </span>
          <span className={styles.title}>{row.title ?? 'No longer in the project'}</span>
          <span className={styles.date}>{row.publishedOn === null ? '' : formatDay(row.publishedOn)}</span>
        </>
      )}
    </div>
  )
}
