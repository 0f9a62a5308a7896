import { ArrowDownAZ } from 'lucide-react'
import { Button, Toolbar } from 'react-aria-components'
import type { ConcordanceSort } from '../../shared/contract/concordance-methods'
import { setConcordanceSort, useConcordanceStore } from '../state/concordance-store'
import { classNames } from '../ui/class-names'
import { Tooltip } from '../ui/tooltip'
import styles from './column-heads.module.css'

/** Each press on a column goes on to its next order. */
const COLUMNS: readonly {
  readonly name: string
  readonly className: string | undefined
  readonly sorts: readonly ConcordanceSort[]
}[] = [
  { name: 'Left', className: styles.left, sorts: ['left1', 'left2', 'left3'] },
  { name: 'Hit', className: styles.hit, sorts: ['hit'] },
  { name: 'Right', className: styles.right, sorts: ['right1', 'right2', 'right3'] },
  { name: 'Article', className: styles.article, sorts: ['article', 'imported'] },
  { name: 'Date', className: styles.date, sorts: ['newest', 'oldest'] },
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
  const sort = useConcordanceStore((state) => state.sort)
  return (
    <Toolbar className={styles.heads} aria-label="Sort by a column">
      {COLUMNS.map(({ name, className, sorts }) => {
        const at = sorts.indexOf(sort)
        const isSorted = at !== -1 && sort !== 'imported'
        return (
          <Tooltip key={name} text={`Sort by this column${isSorted && sorts.length > 1 ? ', in its next way' : ''}`}>
            <Button
              className={classNames(styles.head, className, isSorted && styles.sorted)}
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
      })}
    </Toolbar>
  )
}
