import { FileText } from 'lucide-react'
import { useEffect, useState } from 'react'
import { keysOf } from '../commands/registry'
import { useCorpusStore } from '../state/corpus-store'
import { EmptyState } from '../ui/empty-state'
import { Kbd } from '../ui/kbd'
import { Skeleton } from '../ui/skeleton'
import styles from './article-empty.module.css'

/** An article that comes sooner than this needs no placeholder (milliseconds). */
const QUIET_WAIT = 150

function LoadingText() {
  const [isLate, setIsLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setIsLate(true), QUIET_WAIT)
    return () => clearTimeout(timer)
  }, [])
  if (!isLate) return null
  return (
    <div className={styles.loading} role="status" aria-label="Opening the article">
      <Skeleton width="half" />
      <Skeleton width="full" />
      <Skeleton width="full" />
      <Skeleton width="third" />
    </div>
  )
}

/** What the middle shows without an article. */
export function ArticleEmpty({ isLoading }: { readonly isLoading: boolean }) {
  const total = useCorpusStore((state) => state.total)
  if (isLoading) return <LoadingText />
  if (total === 0)
    return (
      <EmptyState icon={FileText} title="No articles yet">
        Import a folder of articles, or drop one on the window.
      </EmptyState>
    )
  return (
    <EmptyState icon={FileText} title="Choose an article on the left">
      <span className={styles.keys}>
        <Kbd keys={keysOf('article.next') ?? 'N'} /> opens the next one, <Kbd keys={keysOf('corpus.search') ?? '/'} />{' '}
        searches
      </span>
    </EmptyState>
  )
}
