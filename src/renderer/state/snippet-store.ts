import { create } from 'zustand'
import type { Snippet } from '../../shared/contract/search-methods'
import { reportFailure } from './app-store'
import { isSearching, useCorpusStore } from './corpus-store'
import { askEngine } from './engine'

interface SnippetState {
  /** The words that the snippets are about. */
  readonly text: string
  readonly snippets: ReadonlyMap<number, Snippet>
}

/** The lines of text under the titles while words are searched. */
export const useSnippetStore = create<SnippetState>()(() => ({ text: '', snippets: new Map() }))

const AT_ONCE = 50
const requested = new Set<number>()

/** Fetches the snippets at `[from, to)` of the list that are not there yet. */
export async function loadSnippets(from: number, to: number): Promise<void> {
  const { articleIds, filter } = useCorpusStore.getState()
  if (useSnippetStore.getState().text !== filter.text) {
    requested.clear()
    useSnippetStore.setState({ text: filter.text, snippets: new Map() })
  }
  if (!isSearching({ filter })) return
  const missing = [...articleIds.subarray(from, to)].filter((id) => !requested.has(id))
  for (const id of missing) requested.add(id)
  for (let at = 0; at < missing.length; at += AT_ONCE) {
    try {
      const loaded = await askEngine('search.snippets', {
        text: filter.text,
        articleIds: missing.slice(at, at + AT_ONCE),
      })
      if (useSnippetStore.getState().text !== filter.text) return
      useSnippetStore.setState(({ snippets }) => {
        const next = new Map(snippets)
        for (const snippet of loaded) next.set(snippet.articleId, snippet)
        return { snippets: next }
      })
    } catch (error) {
      reportFailure(error)
    }
  }
}
