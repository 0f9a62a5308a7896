import { X } from 'lucide-react'
import { useEffect } from 'react'
import { Button, Tag, TagGroup, TagList } from 'react-aria-components'
import { useAppStore } from '../state/app-store'
import { setFilter, useCorpusStore } from '../state/corpus-store'
import { loadFacets, useFacetsStore } from '../state/facets-store'
import { AddFilterMenu } from './add-filter-menu'
import { filterParts } from './condition-words'
import styles from './filter-chips.module.css'
import { FoundCount } from './found-count'
import { RandomSeed } from './random-seed'
import { SavedSearchMenu } from './saved-search-menu'

/** What the chips of status and the search field tell already. */
const TOLD_ABOVE: ReadonlySet<string> = new Set(['text', 'statuses', 'flagged', 'suggested'])

/** What the list is filtered by, each with a way to take it away, and the ways to add, save and come back. */
export function FilterChips() {
  const filter = useCorpusStore((state) => state.filter)
  const labelSet = useAppStore((state) => state.project?.labelSet)
  const facets = useFacetsStore((state) => state.facets)
  const asksForBatch = filter.batches.length > 0
  useEffect(() => {
    if (asksForBatch && useFacetsStore.getState().facets === null) void loadFacets()
  }, [asksForBatch])
  if (labelSet === undefined) return null
  const parts = filterParts(filter, labelSet, facets?.batches).filter(
    ({ id }) => !TOLD_ABOVE.has(id) && !(id === 'copies' && filter.copies === 'some'),
  )
  return (
    <div className={styles.bar}>
      {parts.length > 0 && (
        <TagGroup
          aria-label="Filters"
          className={styles.group}
          selectionMode="none"
          onRemove={(ids) => {
            const part = parts.find(({ id }) => ids.has(id))
            if (part !== undefined) void setFilter(part.without)
          }}
        >
          <TagList className={styles.list} items={parts}>
            {({ id, words }) => (
              <Tag id={id} className={styles.chip} textValue={words}>
                <span className={styles.words}>{words}</span>
                <Button slot="remove" className={styles.remove} aria-label={`Remove filter: ${words}`}>
                  <X size={12} strokeWidth={2} aria-hidden="true" />
                </Button>
              </Tag>
            )}
          </TagList>
        </TagGroup>
      )}
      <RandomSeed />
      <AddFilterMenu />
      <SavedSearchMenu />
      <FoundCount />
    </div>
  )
}
