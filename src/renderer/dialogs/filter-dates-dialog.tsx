import { useState } from 'react'
import type { Facets } from '../../shared/contract/search-methods'
import { setFilter, useCorpusStore } from '../state/corpus-store'
import { useFacetsStore } from '../state/facets-store'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { formatCount, formatDay } from '../ui/format'
import { SwitchField } from '../ui/switch-field'
import { TextField } from '../ui/text-field'
import styles from './dialogs.module.css'

const asDay = (words: string): string | null => (words === '' ? null : words)

function spanWords(facets: Facets | null): string {
  if (facets?.firstDay == null || facets.lastDay === null) return 'No article has a date.'
  return `The articles are from ${formatDay(facets.firstDay)} to ${formatDay(facets.lastDay)}.`
}

/** From which day, and until which, the list shows articles. */
export function FilterDatesDialog({ onClose }: { onClose(): void }) {
  const filter = useCorpusStore((state) => state.filter)
  const facets = useFacetsStore((state) => state.facets)
  const [from, setFrom] = useState(filter.from ?? '')
  const [to, setTo] = useState(filter.to ?? '')
  const [undated, setUndated] = useState(filter.undated)
  const isTurned = from !== '' && to !== '' && from > to
  const apply = () => {
    if (isTurned) return
    void setFilter({ from: asDay(from), to: asDay(to), undated })
    onClose()
  }
  return (
    <Dialog
      title="Filter by publication date"
      size="small"
      onClose={onClose}
      footer={
        <>
          <Button variant="quiet" onPress={onClose}>
            Cancel
          </Button>
          <Button variant="primary" isDisabled={isTurned} onPress={apply}>
            Filter
          </Button>
        </>
      }
    >
      <p className={styles.lead}>{spanWords(facets)}</p>
      <TextField label="From" type="date" autoFocus value={from} onChange={setFrom} />
      <TextField
        label="Until, that day included"
        type="date"
        value={to}
        onChange={setTo}
        isInvalid={isTurned}
        error="This day is before the first one."
      />
      <SwitchField
        label={`Articles without a date${facets === null ? '' : ` (${formatCount(facets.undated)})`}`}
        hint={from === '' && to === '' ? 'Only those, as no day is given.' : 'Those, too.'}
        value={undated}
        onChange={setUndated}
      />
    </Dialog>
  )
}
