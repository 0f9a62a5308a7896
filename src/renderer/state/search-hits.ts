import { type DocOffset, docOffset } from '../../shared/domain/text/offsets'
import { reportFailure } from './app-store'
import { useArticleStore } from './article-store'
import { isSearching, useCorpusStore } from './corpus-store'
import { askEngine } from './engine'
import { showSearchHits, useFindStore } from './find-store'
import { leavePlace } from './reading-place'

let lastAsked = 0

/** The keyboard stays where it is: in the list, too. */
function putCaret(offset: DocOffset): void {
  const { view } = useArticleStore.getState()
  const selection = { anchor: offset, focus: offset }
  if (document.activeElement?.matches('[data-article-text]')) view?.setSelection(selection)
  else {
    useArticleStore.setState({ selection })
    view?.revealOffset(offset)
  }
}

/** Marks in the open article what the list's search has found; `jump` goes to the first of it. */
export async function markSearchHits({ jump }: { jump: boolean }): Promise<void> {
  const asked = ++lastAsked
  const { filter } = useCorpusStore.getState()
  const { article } = useArticleStore.getState()
  if (useFindStore.getState().isOpen) return
  if (useFindStore.getState().hits.length > 0) showSearchHits([], -1)
  if (article === null || !isSearching({ filter })) return
  try {
    const marks = await askEngine('search.places', { text: filter.text, articleId: article.articleId })
    if (asked !== lastAsked) return
    const hits = marks.map(([start, end]) => ({ start: docOffset(start), end: docOffset(end) }))
    const first = hits[0]
    showSearchHits(hits, jump && first !== undefined ? 0 : -1)
    // what is typed next is about this place
    if (jump && first !== undefined) putCaret(first.start)
  } catch (error) {
    reportFailure(error)
  }
}

/** Keeps the marks, and the place to come back to, in step with the list. */
export function followSearch(): void {
  useCorpusStore.subscribe((state, before) => {
    if (!state.loaded) return
    if (state.filter.text !== before.filter.text) void markSearchHits({ jump: false })
    const { filter, sort, searchSort, seed } = state
    const isSame =
      filter === before.filter && sort === before.sort && searchSort === before.searchSort && seed === before.seed
    if (!isSame && before.loaded) void leavePlace()
  })
  useFindStore.subscribe((state, before) => {
    if (before.isOpen && !state.isOpen) void markSearchHits({ jump: false })
  })
}
