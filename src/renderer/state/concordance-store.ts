import { create } from 'zustand'
import type {
  ConcordanceRow,
  ConcordanceSource,
  ConcordanceState,
  LineRanges,
} from '../../shared/contract/concordance-methods'
import type { WindowReply } from '../../shared/contract/window-methods'
import { DictumError } from '../../shared/domain/result'
import type { ContextWidth } from '../../shared/domain/search/concordance-line'
import { type ConcordanceSort, DEFAULT_CONCORDANCE } from '../../shared/domain/search/concordance-view'
import { setConcordanceView } from './app-actions'
import { reportFailure } from './app-store'
import { useCorpusStore } from './corpus-store'
import { askEngine } from './engine'

interface ConcordanceStore {
  /** What was looked for last; null: nothing yet. */
  readonly source: ConcordanceSource | null
  /** Only in the articles that pass the list's filter, as it was when it was looked for. */
  readonly inList: boolean
  readonly sort: ConcordanceSort
  readonly context: ContextWidth
  /** How far the engine is with it; null: nothing has been looked for, or nothing has come yet. */
  readonly found: ConcordanceState | null
  /** The lines that have come so far, by their number. */
  readonly rows: ReadonlyMap<number, ConcordanceRow>
  readonly words: WindowReply<'concordance.words'> | null
  readonly isSorting: boolean
  /** Articles came or went since. */
  readonly isStale: boolean
  /** The line that the keyboard is on; -1: none. */
  readonly active: number
  /** Where a range that is being chosen starts. */
  readonly anchor: number
  readonly chosen: LineRanges
  /** The line that was followed into its article. */
  readonly followed: number | null
}

const NOTHING = {
  found: null,
  rows: new Map(),
  words: null,
  isSorting: false,
  isStale: false,
  active: -1,
  anchor: -1,
  chosen: [],
  followed: null,
} satisfies Partial<ConcordanceStore>

export const useConcordanceStore = create<ConcordanceStore>()(() => ({
  ...NOTHING,
  source: null,
  inList: false,
  ...DEFAULT_CONCORDANCE,
}))

export const clearConcordance = (): void => useConcordanceStore.setState({ ...NOTHING, source: null, inList: false })

/** Ends the way back to the line that was followed. */
export const leaveHits = (): void => useConcordanceStore.setState({ followed: null })

/** Articles came or went: what is listed is the corpus as it was. */
export const markStale = (): void => useConcordanceStore.setState(({ found }) => ({ isStale: found !== null }))

/** Which search the window waits for: what belongs to an older one is not taken. */
let search = 0

/** Looks for something, from the beginning. What cannot be looked for is told. */
export async function look(source: ConcordanceSource, { inList = false } = {}): Promise<void> {
  const mine = ++search
  useConcordanceStore.setState({ ...NOTHING, source, inList })
  const filter = inList ? useCorpusStore.getState().filter : null
  try {
    const found = await askEngine('concordance.start', { source, filter, sort: useConcordanceStore.getState().sort })
    if (mine !== search) return
    useConcordanceStore.setState({ found, active: found.hits > 0 ? 0 : -1 })
    if (found.state === 'done') await arrange()
  } catch (error) {
    if (mine === search) reportFailure(error)
  }
}

/** Looks for the same again. */
export async function lookAgain(): Promise<void> {
  const { source, inList } = useConcordanceStore.getState()
  if (source !== null) await look(source, { inList })
}

export function followConcordance(found: ConcordanceState): void {
  const state = useConcordanceStore.getState()
  if (state.found?.concordanceId !== found.concordanceId) return
  useConcordanceStore.setState({ found, active: state.active === -1 && found.hits > 0 ? 0 : state.active })
  if (found.state !== 'running') void arrange().catch(reportFailure)
}

export async function stopLooking(): Promise<void> {
  const { found } = useConcordanceStore.getState()
  if (found !== null) await askEngine('concordance.stop', { concordanceId: found.concordanceId })
}

let lastOrder = 0

/** Brings all lines that were found into the order that is wanted; those that are chosen stay so. */
async function arrange(): Promise<void> {
  const mine = ++lastOrder
  const { found, sort, chosen } = useConcordanceStore.getState()
  if (found === null || found.state === 'running') return
  const { concordanceId } = found
  if (found.sort !== sort) {
    useConcordanceStore.setState({ isSorting: true })
    try {
      const reply = await askEngine('concordance.sort', { concordanceId, sort, chosen })
      if (mine !== lastOrder || useConcordanceStore.getState().found?.concordanceId !== concordanceId) return
      const first = reply.state.hits > 0 ? 0 : -1
      const lines = { rows: new Map(), active: first, anchor: first, followed: null }
      useConcordanceStore.setState({ ...lines, found: reply.state, chosen: reply.chosen })
    } finally {
      if (mine === lastOrder) useConcordanceStore.setState({ isSorting: false })
    }
  }
  const words = await askEngine('concordance.words', { concordanceId })
  if (useConcordanceStore.getState().found?.concordanceId === concordanceId) useConcordanceStore.setState({ words })
}

export function setConcordanceSort(sort: ConcordanceSort): void {
  useConcordanceStore.setState({ sort })
  void setConcordanceView({ sort })
  void arrange().catch(reportFailure)
}

export function setContext(context: ContextWidth): void {
  requested.clear()
  useConcordanceStore.setState({ context, rows: new Map() })
  void setConcordanceView({ context })
}

const LINES_PER_REQUEST = 100
/** Lines that are on their way, each with the map that it is asked for: of another order, it is asked for again. */
const requested = new Map<number, unknown>()
let order: unknown = null

/** Fetches the lines `[from, to)` that are not there yet. */
export async function loadLines(from: number, to: number): Promise<void> {
  const { found, context, rows } = useConcordanceStore.getState()
  if (found === null) return
  const key = `${found.concordanceId} ${found.sort} ${context.unit} ${context.size}`
  if (order !== key) {
    order = key
    requested.clear()
  }
  const first = Math.floor(from / LINES_PER_REQUEST) * LINES_PER_REQUEST
  for (let at = first; at < Math.min(to, found.hits); at += LINES_PER_REQUEST) {
    const until = Math.min(at + LINES_PER_REQUEST, found.hits)
    let missing = at
    while (missing < until && (rows.has(missing) || requested.has(missing))) missing++
    if (missing === until) continue
    for (let line = missing; line < until; line++) requested.set(line, key)
    try {
      await fetchLines(missing, until, key)
    } catch (error) {
      // the engine was started again, and has forgotten it
      if (error instanceof DictumError && error.code === 'not_found') return await lookAgain()
      reportFailure(error)
    } finally {
      if (order === key) for (let line = missing; line < until; line++) requested.delete(line)
    }
  }
}

async function fetchLines(from: number, to: number, key: string): Promise<void> {
  const { found, context } = useConcordanceStore.getState()
  if (found === null) return
  const { concordanceId } = found
  const lines = await askEngine('concordance.rows', { concordanceId, from, count: to - from, context })
  if (order !== key) return
  useConcordanceStore.setState((state) => {
    const next = new Map(state.rows)
    for (const [at, row] of lines.entries()) next.set(from + at, row)
    return { rows: next }
  })
}
