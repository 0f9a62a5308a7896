import { useMemo } from 'react'
import { isFiltered, useCorpusStore } from '../state/corpus-store'
import { countOf } from '../ui/format'
import styles from './found-count.module.css'

/** How many articles a filtered list holds: beside the chips, which count the whole project. */
export function FoundCount() {
  const articleIds = useCorpusStore((state) => state.articleIds)
  // a new filter is told of by its answer: until that has come, the list is the old one's
  const words = useMemo(
    () => (isFiltered(useCorpusStore.getState()) ? countOf(articleIds.length, 'article') : ''),
    [articleIds],
  )
  return (
    <span className={styles.found} role="status" aria-label="In the list">
      {words}
    </span>
  )
}
