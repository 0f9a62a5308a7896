import { Trash2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { SavedSearch } from '../../shared/contract/search-methods'
import { undoByKey } from '../commands/undo-by-key'
import { loadSavedSearches, useSavedSearches } from '../state/saved-search-store'
import { removeSearch, renameSearch } from '../state/saved-searches'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { countOf } from '../ui/format'
import { IconButton } from '../ui/icon-button'
import { leaveRow } from '../ui/leave-row'
import { TextField } from '../ui/text-field'
import styles from './saved-searches-dialog.module.css'

/** The saved searches with their names to change, and a way to delete each; undo takes either back. */
export function SavedSearchesDialog({ onClose }: { onClose(): void }) {
  const searches = useSavedSearches((state) => state.searches)
  useEffect(() => void loadSavedSearches(), [])
  return (
    <Dialog
      title="Saved searches"
      onKeyDown={undoByKey}
      onClose={onClose}
      footer={
        <Button variant="primary" onPress={onClose}>
          Done
        </Button>
      }
    >
      {searches.length === 0 ? (
        <p className={styles.none}>No search is saved. Filter the list, then choose “Save this search”.</p>
      ) : (
        <ul className={styles.list}>
          {searches.map((search) => (
            <SavedRow key={search.uid} search={search} />
          ))}
        </ul>
      )}
    </Dialog>
  )
}

function SavedRow({ search }: { readonly search: SavedSearch }) {
  const [name, setName] = useState(search.name)
  // an undo gives it another name
  useEffect(() => setName(search.name), [search.name])
  const rename = async () => {
    const wanted = name.trim()
    if (wanted === search.name) return
    if (wanted === '' || !(await renameSearch(search.uid, wanted))) setName(search.name)
  }
  const found = search.articles === null ? 'its words are no query' : countOf(search.articles, 'article')
  return (
    <li className={styles.row}>
      <TextField
        label={`“${search.name}”: ${found}`}
        maxLength={80}
        value={name}
        onChange={setName}
        onBlur={() => void rename()}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void rename()
        }}
      />
      <IconButton
        icon={Trash2}
        label={`Delete “${search.name}”`}
        onPress={({ target }) => {
          leaveRow(target)
          void removeSearch(search.uid, search.name)
        }}
      />
    </li>
  )
}
