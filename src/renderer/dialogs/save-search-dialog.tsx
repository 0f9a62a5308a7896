import { useEffect, useState } from 'react'
import { filterParts } from '../corpus/condition-words'
import { useAppStore } from '../state/app-store'
import { useCorpusStore } from '../state/corpus-store'
import { useFacetsStore } from '../state/facets-store'
import { loadSavedSearches, useSavedSearches } from '../state/saved-search-store'
import { saveSearch } from '../state/saved-searches'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { TextField } from '../ui/text-field'
import styles from './dialogs.module.css'

/** Gives the present search a name. */
export function SaveSearchDialog({ onClose }: { onClose(): void }) {
  const filter = useCorpusStore((state) => state.filter)
  const labelSet = useAppStore((state) => state.project?.labelSet)
  const batches = useFacetsStore((state) => state.facets?.batches)
  const saved = useSavedSearches((state) => state.searches)
  const [name, setName] = useState('')
  useEffect(() => void loadSavedSearches(), [])
  const parts = labelSet === undefined ? [] : filterParts(filter, labelSet, batches)
  const wanted = name.trim()
  const replaces = saved.some((search) => search.name === wanted)
  const save = async () => {
    if (wanted !== '' && (await saveSearch(wanted))) onClose()
  }
  return (
    <Dialog
      title="Save this search"
      size="small"
      onClose={onClose}
      footer={
        <>
          <Button variant="quiet" onPress={onClose}>
            Cancel
          </Button>
          <Button variant="primary" isDisabled={wanted === ''} onPress={() => void save()}>
            {replaces ? 'Replace' : 'Save'}
          </Button>
        </>
      }
    >
      <p className={styles.lead}>{parts.map(({ words }) => words).join(' · ')}</p>
      <TextField
        label="Name"
        autoFocus
        maxLength={80}
        value={name}
        onChange={setName}
        hint={replaces ? 'A search of this name is replaced.' : 'The order of the list is kept with it.'}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void save()
        }}
      />
    </Dialog>
  )
}
