import { CircleDashed, Flag, Layers } from 'lucide-react'
import { setFilter, useCorpusStore } from '../state/corpus-store'
import { type ChipOption, Chips } from '../ui/chips'
import { STATUS_NAMES, StatusDot } from '../ui/status-dot'
import styles from './corpus-pane.module.css'
import { FilterChips } from './filter-chips'
import { choiceOf, FILTER_CHOICES, type FilterChoice, filterOf } from './filter-choice'

/** These are worth their place only while there is something behind them, or they are the filter. */
const SHY: ReadonlySet<FilterChoice> = new Set(['in_progress', 'flagged', 'suggested', 'copied', 'skipped'])

// told by the marks that the rows below carry, so that all chips find room in two lines
const FLAGGED = { isBrief: true, mark: <Flag size={12} strokeWidth={2} aria-hidden="true" /> }
const SUGGESTED = { isBrief: true, mark: <CircleDashed size={12} strokeWidth={2} aria-hidden="true" /> }
const COPIED = { isBrief: true, mark: <Layers size={12} strokeWidth={2} aria-hidden="true" /> }
const SKIPPED = { isBrief: true, mark: <StatusDot status="skipped" /> }

/** The chips above the list, each with how many articles the project has of it. */
export function CorpusFilters() {
  const counts = useCorpusStore((state) => state.counts)
  const flagged = useCorpusStore((state) => state.flagged)
  const suggested = useCorpusStore((state) => state.suggested)
  const copied = useCorpusStore((state) => state.copied)
  const total = useCorpusStore((state) => state.total)
  const filter = useCorpusStore((state) => state.filter)
  const chosen = choiceOf(filter)
  const options = FILTER_CHOICES.map((id): ChipOption<FilterChoice> & { count: number } => {
    if (id === 'all') return { id, name: 'All', count: total }
    if (id === 'flagged') return { id, name: 'Flagged', count: flagged, ...FLAGGED }
    if (id === 'suggested') return { id, name: 'Suggested', count: suggested, ...SUGGESTED }
    if (id === 'copied') return { id, name: 'Copies', count: copied, ...COPIED }
    return { id, name: STATUS_NAMES[id], count: counts[id], ...(id === 'skipped' ? SKIPPED : {}) }
  }).filter(({ id, count }) => count > 0 || id === chosen || !SHY.has(id))
  return (
    <div className={styles.filters}>
      <Chips
        label="Filter by status"
        mode="single"
        size="small"
        options={options}
        selected={[chosen]}
        onChange={([choice]) => {
          if (choice !== undefined) void setFilter(filterOf(choice))
        }}
      />
      <FilterChips />
    </div>
  )
}
