import { create } from 'zustand'
import { type FindOptions, type TextFinder, textFinder } from '../../shared/domain/text/find-in-text'
import { type DocOffset, docOffset } from '../../shared/domain/text/offsets'
import type { DocRange } from '../../shared/domain/text/segmentation'
import { useArticleStore } from './article-store'

interface FindState extends FindOptions {
  readonly isOpen: boolean
  /** How often the open bar has been called by its key: each time its field takes the keyboard. */
  readonly calls: number
  /** Kept from one article to the next. */
  readonly words: string
  readonly hits: readonly DocRange[]
  /** The hits are those of the list's search, shown while the bar is closed. */
  readonly isOfSearch: boolean
  /** Which of the hits the search has reached; -1: none yet. */
  readonly present: number
  /** Where the search started: what is typed further is looked for from here. */
  readonly origin: DocOffset
}

export const useFindStore = create<FindState>()(() => ({
  isOpen: false,
  calls: 0,
  words: '',
  matchCase: false,
  wholeWords: false,
  hits: [],
  isOfSearch: false,
  present: -1,
  origin: docOffset(0),
}))

/** Words longer than this were not selected to be looked for (UTF-16 code units). */
const LONGEST_WORDS = 200

let finder: { readonly text: string; readonly find: TextFinder } | null = null

function hitsOf({ words, ...options }: FindOptions & { words: string }): DocRange[] {
  const text = useArticleStore.getState().article?.text
  if (text === undefined || words === '') return []
  if (finder?.text !== text) finder = { text, find: textFinder(text) }
  return finder.find(words, options)
}

function selectionNow(): { start: DocOffset; end: DocOffset } {
  const { selection } = useArticleStore.getState()
  if (selection === null) return { start: docOffset(0), end: docOffset(0) }
  const { anchor, focus } = selection
  return { start: docOffset(Math.min(anchor, focus)), end: docOffset(Math.max(anchor, focus)) }
}

/** The first hit at or after an offset, round to the first of all; -1 if there is none. */
function hitFrom(hits: readonly DocRange[], offset: DocOffset): number {
  const at = hits.findIndex(({ start }) => start >= offset)
  return at < 0 && hits.length > 0 ? 0 : at
}

/** A hit that has been reached becomes the selection, so that a label can be put on it at once. */
function select(hit: DocRange | undefined): void {
  const { view } = useArticleStore.getState()
  if (hit === undefined) return
  const selection = { anchor: hit.start, focus: hit.end }
  if (document.activeElement?.matches('[data-article-text]')) view?.setSelection(selection)
  else useArticleStore.setState({ selection })
}

/** Opens the bar, with the selected words in it, and puts the keyboard into its field. */
export function openFind(): void {
  const { article, view } = useArticleStore.getState()
  if (article === null) return
  view?.syncSelection()
  const { start, end } = selectionNow()
  const selected = article.text.slice(start, end)
  const isUsable = selected.trim() !== '' && selected.length <= LONGEST_WORDS && !selected.includes('\n')
  const state = useFindStore.getState()
  const words = isUsable ? selected : state.words
  const hits = hitsOf({ ...state, words })
  const present = hits.findIndex((hit) => hit.start === start && hit.end === end)
  useFindStore.setState({
    isOpen: true,
    calls: state.calls + 1,
    words,
    hits,
    isOfSearch: false,
    present,
    origin: start,
  })
}

/** Looks for other words, or for the same ones in another way, from where the search started. */
export function lookFor(change: Partial<FindOptions & { words: string }>): void {
  const state = { ...useFindStore.getState(), ...change }
  const hits = hitsOf(state)
  const present = hitFrom(hits, state.origin)
  useFindStore.setState({ ...change, hits, present })
  select(hits[present])
}

/** Goes to the next or the previous hit, round at the end. Opens the bar if there is nothing to look for yet. */
export function stepFind(direction: 1 | -1): void {
  const state = useFindStore.getState()
  if (state.isOfSearch) {
    const next = (state.present + direction + state.hits.length) % state.hits.length
    useFindStore.setState({ present: next })
    select(state.hits[next])
    return
  }
  if (state.words === '') {
    openFind()
    return
  }
  useArticleStore.getState().view?.syncSelection()
  const hits = state.isOpen ? state.hits : hitsOf(state)
  const { start, end } = selectionNow()
  // from the selection, which may have moved on since the last hit
  const isOnHit = hits.some((hit) => hit.start === start && hit.end === end)
  const after = hitFrom(hits, docOffset(isOnHit ? start + 1 : start))
  const before = hits.findLastIndex((hit) => hit.start < start)
  const present = direction > 0 ? after : before < 0 ? hits.length - 1 : before
  useFindStore.setState({ isOpen: true, hits, present, origin: hits[present]?.start ?? start })
  select(hits[present])
}

/** Marks what the list's search has found in the open article, unless the bar has hits of its own. */
export function showSearchHits(hits: readonly DocRange[], present: number): void {
  if (useFindStore.getState().isOpen) return
  useFindStore.setState({ hits, present, isOfSearch: hits.length > 0 })
}

/** Counts again where another article has come; nothing of it has been reached yet. */
export function recountHits(): void {
  useFindStore.setState((state) => ({ hits: hitsOf(state), present: -1, origin: docOffset(0) }))
}

/** Closes the bar. With `keyboard`, the text takes it back, and the hit is selected. False if no bar was open. */
export function closeFind({ keyboard = true } = {}): boolean {
  if (!useFindStore.getState().isOpen) return false
  useFindStore.setState({ isOpen: false, calls: 0, hits: [], isOfSearch: false, present: -1 })
  finder = null
  const { view, selection } = useArticleStore.getState()
  if (!keyboard) return true
  view?.focus()
  // the same place as a new selection: what waits for one to come to rest has it now
  if (selection !== null) useArticleStore.setState({ selection: { ...selection } })
  return true
}
