import { FolderInput, SearchX } from 'lucide-react'
import { isFiltering, NO_FILTER } from '../../shared/domain/corpus/article-filter'
import { useBatchRows } from '../batches/use-batch-rows'
import { runCommand } from '../commands/registry'
import { setFilter, useCorpusStore } from '../state/corpus-store'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { countOf } from '../ui/format'
import styles from './corpus-empty.module.css'
import { useWaysOut } from './use-ways-out'

/** A project without articles. */
export function NoArticles() {
  const hasImports = (useBatchRows()?.length ?? 0) > 0
  return (
    <EmptyState
      icon={FolderInput}
      title="No articles yet"
      actions={
        <>
          {hasImports && <Button onPress={() => runCommand('batches.open')}>Imports…</Button>}
          <Button variant="primary" onPress={() => runCommand('import.folder')}>
            Import folder…
          </Button>
        </>
      }
    >
      Drop a folder of text files anywhere on this window, or choose one.
      {hasImports && ' What was hidden or archived is in the list of imports.'}
    </EmptyState>
  )
}

/** A filter that no article passes: what to drop, so that some do. */
export function NothingMatches() {
  const ways = useWaysOut()
  const filter = useCorpusStore((state) => state.filter)
  const isSearchAlone = !isFiltering({ ...filter, text: '' })
  return (
    <EmptyState
      icon={SearchX}
      title="Nothing matches"
      actions={
        <>
          {ways.map(({ words, without, articles }) => (
            <Button key={words} onPress={() => void setFilter(without)}>
              Drop “{words}”: {countOf(articles, 'article')}
            </Button>
          ))}
          <Button onPress={() => void setFilter(NO_FILTER)}>{isSearchAlone ? 'Clear search' : 'Clear filter'}</Button>
        </>
      }
    >
      {isSearchAlone ? (
        <span className={styles.words}>
          No article has “{filter.text.trim()}” in its title or its text. Try fewer words, or the beginning of one:
          harb*
        </span>
      ) : ways.length > 0 ? (
        'No article passes all that the list is filtered by.'
      ) : (
        'No article of this project passes the filter.'
      )}
    </EmptyState>
  )
}
