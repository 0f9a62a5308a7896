import { create } from 'zustand'
import type { List } from '../../shared/contract/search-methods'
import type { WindowReply } from '../../shared/contract/window-methods'
import { type ArticleFilter, isFiltering, NO_FILTER, SEEDS, type Sort } from '../../shared/domain/corpus/article-filter'
import type { ArticleRow, Status } from '../../shared/domain/corpus/articles'
import { reportFailure } from './app-store'
import { askEngine } from './engine'

type QueryReply = WindowReply<'articles.query'>

const NO_COUNTS: Record<Status, number> = { todo: 0, in_progress: 0, done: 0, skipped: 0 }

interface CorpusState extends QueryReply {
  readonly filter: ArticleFilter
  readonly sort: Sort
  /** The order while words are searched. */
  readonly searchSort: Sort
  /** Of a random order. */
  readonly seed: number
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

const FIRST_LIST = { filter: NO_FILTER, sort: 'imported', searchSort: 'relevance', seed: 1 } as const

export const useCorpusStore = create<CorpusState>()(() => ({ ...EMPTY, ...FIRST_LIST }))

export const clearCorpus = (): void => useCorpusStore.setState({ ...EMPTY, ...FIRST_LIST })

export const isFiltered = ({ filter }: Pick<CorpusState, 'filter'>): boolean => isFiltering(filter)

/** Whether words are searched. */
export const isSearching = ({ filter }: Pick<CorpusState, 'filter'>): boolean => filter.text.trim() !== ''

/** The order that the list is in. */
export const orderOf = (state: Pick<CorpusState, 'filter' | 'sort' | 'searchSort'>): Sort =>
  isSearching(state) ? state.searchSort : state.sort

/** What the list shows at present, as it can be kept. */
export function listNow(): List {
  const state = useCorpusStore.getState()
  return { filter: state.filter, sort: orderOf(state), seed: state.seed }
}

let lastQuery = 0

/** Asks for the list again with the present filter. A slower, older answer never replaces a newer one. */
export async function refreshCorpus({ keepRows = false } = {}): Promise<void> {
  const query = ++lastQuery
  try {
    const reply = await askEngine('articles.query', listNow())
    if (query !== lastQuery) return
    useCorpusStore.setState(keepRows ? { ...reply, loaded: true } : { ...reply, rows: new Map(), loaded: true })
  } catch (error) {
    if (query === lastQuery) reportFailure(error)
  }
}

/** Asks whether an article whose status or flag has changed still belongs into the list: not for the whole list again. */
export async function recheckArticle(articleId: number): Promise<void> {
  const query = lastQuery
  try {
    const { passes, ...counts } = await askEngine('articles.recheck', {
      filter: useCorpusStore.getState().filter,
      articleId,
    })
    // the whole list is being asked for by now
    if (query !== lastQuery) return
    const { articleIds } = useCorpusStore.getState()
    const isThere = articleIds.includes(articleId)
    // only the engine knows its place
    if (passes && !isThere) return await refreshCorpus({ keepRows: true })
    useCorpusStore.setState(
      isThere && !passes ? { ...counts, articleIds: articleIds.filter((id) => id !== articleId) } : counts,
    )
  } catch (error) {
    if (query === lastQuery) reportFailure(error)
  }
}

export function setFilter(patch: Partial<ArticleFilter>): Promise<void> {
  useCorpusStore.setState(({ filter }) => ({ filter: { ...filter, ...patch } }))
  return refreshCorpus({ keepRows: true })
}

export function setSort(sort: Sort): Promise<void> {
  const state = useCorpusStore.getState()
  // only words have a relevance, and only a random order a seed
  const seed = sort === 'random' && orderOf(state) !== 'random' ? newSeed() : state.seed
  useCorpusStore.setState(isSearching(state) ? { searchSort: sort, seed } : { sort, seed })
  return refreshCorpus({ keepRows: true })
}

export function setSeed(seed: number): Promise<void> {
  useCorpusStore.setState({ seed })
  return refreshCorpus({ keepRows: true })
}

/** Another random order. */
export async function shuffle(): Promise<void> {
  if (orderOf(useCorpusStore.getState()) === 'random') await setSeed(newSeed())
  else await setSort('random')
}

/** Short enough to be noted down. */
export const newSeed = (): number => Math.floor(Math.random() * Math.min(SEEDS, 10_000))

/** Shows another list: a saved one, or the one of last time. */
export function showList({ filter, sort, seed }: List): Promise<void> {
  useCorpusStore.setState((state) => ({
    filter,
    seed,
    ...(isSearching({ filter }) ? { searchSort: sort } : { sort: sort === 'relevance' ? state.sort : sort }),
  }))
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
