import { create } from 'zustand'
import type { WindowReply } from '../../shared/contract/window-methods'
import { type ArticleFilter, isFiltering, NO_FILTER, type Sort } from '../../shared/domain/article-filter'
import type { ArticleRow, Status } from '../../shared/domain/articles'
import { reportFailure } from './app-store'
import { askEngine } from './engine'

type QueryReply = WindowReply<'articles.query'>

const NO_COUNTS: Record<Status, number> = { todo: 0, in_progress: 0, done: 0, skipped: 0 }

interface CorpusState extends QueryReply {
  readonly filter: ArticleFilter
  readonly sort: Sort
  readonly rows: ReadonlyMap<number, ArticleRow>
  /** False until the first answer has come. */
  readonly loaded: boolean
}

const EMPTY = {
  articleIds: new Int32Array(),
  counts: NO_COUNTS,
  flagged: 0,
  suggested: 0,
  copied: 0,
  total: 0,
  doneToday: 0,
  rows: new Map(),
  loaded: false,
} satisfies Partial<CorpusState>

export const useCorpusStore = create<CorpusState>()(() => ({ ...EMPTY, filter: NO_FILTER, sort: 'imported' }))

export const clearCorpus = (): void => useCorpusStore.setState({ ...EMPTY, filter: NO_FILTER, sort: 'imported' })

export const isFiltered = ({ filter }: Pick<CorpusState, 'filter'>): boolean => isFiltering(filter)

let lastQuery = 0

/** Asks for the list again with the present filter. A slower, older answer never replaces a newer one. */
export async function refreshCorpus({ keepRows = false } = {}): Promise<void> {
  const query = ++lastQuery
  const { filter, sort } = useCorpusStore.getState()
  try {
    const reply = await askEngine('articles.query', { filter, sort })
    if (query !== lastQuery) return
    useCorpusStore.setState(keepRows ? { ...reply, loaded: true } : { ...reply, rows: new Map(), loaded: true })
  } catch (error) {
    if (query === lastQuery) reportFailure(error)
  }
}

export function setFilter(patch: Partial<ArticleFilter>): Promise<void> {
  useCorpusStore.setState(({ filter }) => ({ filter: { ...filter, ...patch } }))
  return refreshCorpus({ keepRows: true })
}

export function setSort(sort: Sort): Promise<void> {
  useCorpusStore.setState({ sort })
  return refreshCorpus({ keepRows: true })
}

const ROWS_PER_REQUEST = 200
const requested = new Set<number>()

/** Fetches the rows at `[from, to)` of the list that are not there yet. */
export async function loadRows(from: number, to: number): Promise<void> {
  const { articleIds, rows } = useCorpusStore.getState()
  const missing = [...articleIds.subarray(from, to)].filter((id) => !rows.has(id) && !requested.has(id))
  for (let at = 0; at < missing.length; at += ROWS_PER_REQUEST) {
    const chunk = missing.slice(at, at + ROWS_PER_REQUEST)
    for (const id of chunk) requested.add(id)
    try {
      const loaded = await askEngine('articles.rows', { articleIds: chunk })
      putRows(loaded)
    } catch (error) {
      reportFailure(error)
    } finally {
      for (const id of chunk) requested.delete(id)
    }
  }
}

/** Asks again for the rows that are there: many may have changed. */
export async function refreshRows(): Promise<void> {
  const ids = [...useCorpusStore.getState().rows.keys()]
  for (let at = 0; at < ids.length; at += ROWS_PER_REQUEST) {
    putRows(await askEngine('articles.rows', { articleIds: ids.slice(at, at + ROWS_PER_REQUEST) }))
  }
}

export function putRows(changed: readonly ArticleRow[]): void {
  if (changed.length === 0) return
  useCorpusStore.setState(({ rows }) => {
    const next = new Map(rows)
    for (const row of changed) next.set(row.articleId, row)
    return { rows: next }
  })
}
