import { useCallback, useEffect, useState } from 'react'
import type { HistoryEntry } from '../../../shared/contract/changes'
import { reportFailure, useAppStore } from '../../state/app-store'
import { askEngine } from '../../state/engine'
import { mergeEntries } from './history-lines'

/** Events a request. */
const PAGE = 100

interface History {
  /** Newest first; null until the first answer. */
  readonly entries: readonly HistoryEntry[] | null
  /** Everyone who did something to it. */
  readonly authors: readonly string[]
  /** False once the beginning has been reached. */
  readonly hasMore: boolean
  loadMore(): void
}

/** What happened to an article, kept up to date with every gesture. */
export function useHistory(articleId: number): History {
  const [entries, setEntries] = useState<readonly HistoryEntry[] | null>(null)
  const [authors, setAuthors] = useState<readonly string[]>([])
  const [hasMore, setHasMore] = useState(false)
  // changes with every gesture, undo and redo
  const undoState = useAppStore((state) => state.project?.undo)

  // biome-ignore lint/correctness/useExhaustiveDependencies: undoState is what tells that there is something new
  useEffect(() => {
    let isLate = false
    Promise.all([askEngine('history.list', { articleId, limit: PAGE }), askEngine('history.authors', { articleId })])
      .then(([page, everyone]) => {
        if (isLate) return
        setAuthors(everyone)
        setEntries((known) => mergeEntries(known ?? [], page))
        setHasMore((more) => (entriesAreMore(page) ? true : more))
      })
      .catch(reportFailure)
    return () => {
      isLate = true
    }
  }, [articleId, undoState])

  const oldest = entries?.[entries.length - 1]?.eventId
  const loadMore = useCallback(() => {
    if (oldest === undefined) return
    askEngine('history.list', { articleId, before: oldest, limit: PAGE })
      .then((page) => {
        setEntries((known) => mergeEntries(known ?? [], page))
        setHasMore(entriesAreMore(page))
      })
      .catch(reportFailure)
  }, [articleId, oldest])

  return { entries, authors, hasMore, loadMore }
}

const entriesAreMore = (page: readonly HistoryEntry[]): boolean => page.length === PAGE
