import { ArrowDownAZ } from 'lucide-react'
import { Button, Toolbar } from 'react-aria-components'
import type { ConcordanceSort } from '../../shared/contract/concordance-methods'
import { setConcordanceSort, useConcordanceStore } from '../state/concordance-store'
import { classNames } from '../ui/class-names'
import { Tooltip } from '../ui/tooltip'
import styles from './column-heads.module.css'

interface Column {
  readonly name: string
  /** Each press on the column goes on to its next order. */
  readonly sorts: readonly ConcordanceSort[]
}

/** What follows a hit begins in the column of the hit, so both have their heads there. */
const PLACES: readonly { readonly className: string | undefined; readonly columns: readonly Column[] }[] = [
  { className: styles.left, columns: [{ name: 'Left', sorts: ['left1', 'left2', 'left3'] }] },
  {
    className: styles.hit,
    columns: [
      { name: 'Hit', sorts: ['hit'] },
      { name: 'Right', sorts: ['right1', 'right2', 'right3'] },
    ],
  },
  { className: styles.article, columns: [{ name: 'Article', sorts: ['article', 'imported'] }] },
  { className: styles.date, columns: [{ name: 'Date', sorts: ['newest', 'oldest'] }] },
]

const DETAIL: Partial<Record<ConcordanceSort, string>> = {
  left1: '1st',
  left2: '2nd',
  left3: '3rd',
  right1: '1st',
  right2: '2nd',
  right3: '3rd',
  newest: 'new first',
  oldest: 'old first',
}

/** What the columns are, and by which of them the lines are sorted. */
export function ColumnHeads() {
  return (
    <Toolbar className={styles.heads} aria-label="Sort by a column">
      {PLACES.map(({ className, columns }) => (
        <div key={columns[0]!.name} role="presentation" className={className}>
          {columns.map((column) => (
            <Head key={column.name} column={column} />
          ))}
        </div>
      ))}
    </Toolbar>
  )
}

function Head({ column: { name, sorts } }: { readonly column: Column }) {
  const sort = useConcordanceStore((state) => state.sort)
  const at = sorts.indexOf(sort)
  const isSorted = at !== -1 && sort !== 'imported'
  return (
    <Tooltip text={`Sort by this column${isSorted && sorts.length > 1 ? ', in its next way' : ''}`}>
      <Button
        className={classNames(styles.head, isSorted && styles.sorted)}
        aria-label={isSorted ? `${name}, sorted ${DETAIL[sort] ?? ''}`.trim() : name}
        onPress={() => setConcordanceSort(sorts[(at + 1) % sorts.length]!)}
      >
        {name}
        {isSorted && (
          <>
            <ArrowDownAZ size={13} strokeWidth={1.75} aria-hidden="true" />
            {DETAIL[sort]}
          </>
        )}
      </Button>
    </Tooltip>
  )
}
