import { CutOffOffer } from '../batches/cut-off-offer'
import { isFiltered, useCorpusStore } from '../state/corpus-store'
import { TourOffer } from '../tour/tour-offer'
import { ArticleList } from './article-list'
import { NoArticles, NothingMatches } from './corpus-empty'
import { CorpusFilters } from './corpus-filters'
import styles from './corpus-pane.module.css'
import { CorpusProgress } from './corpus-progress'
import { CorpusSearch } from './corpus-search'
import { CorpusSort } from './corpus-sort'

/** The left pane: search, filter and order on top, the list, and how far the work has come. */
export function CorpusPane() {
  const loaded = useCorpusStore((state) => state.loaded)
  const found = useCorpusStore((state) => state.articleIds.length)
  const total = useCorpusStore((state) => state.total)
  const filtered = useCorpusStore(isFiltered)
  if (!loaded) return null
  if (total === 0)
    return (
      <>
        <CutOffOffer />
        <NoArticles />
      </>
    )
  return (
    <>
      <CutOffOffer />
      <div className={styles.tools}>
        <CorpusSearch />
        <CorpusSort />
      </div>
      <CorpusFilters />
      {found === 0 && filtered ? <NothingMatches /> : <ArticleList />}
      <TourOffer />
      <CorpusProgress />
    </>
  )
}
