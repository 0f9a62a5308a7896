import { create } from 'zustand'
import type { SavedSearch } from '../../shared/contract/search-methods'
import { reportFailure } from './app-store'
import { listNow } from './corpus-store'
import { askEngine } from './engine'

export const useSavedSearches = create<{ readonly searches: readonly SavedSearch[] }>()(() => ({ searches: [] }))

/** Takes what the engine says of them now; false if it refused. */
async function take(answer: Promise<SavedSearch[]>): Promise<boolean> {
  try {
    useSavedSearches.setState({ searches: await answer })
    return true
  } catch (error) {
    reportFailure(error)
    return false
  }
}

export const clearSavedSearches = (): void => useSavedSearches.setState({ searches: [] })

/** Counts them again. */
export const loadSavedSearches = (): Promise<boolean> => take(askEngine('savedSearch.list', {}))

/** Keeps the present list under a name; one of that name is replaced. */
export const saveSearch = (name: string): Promise<boolean> =>
  take(askEngine('savedSearch.save', { name, list: listNow() }))

export const renameSearch = (uid: string, name: string): Promise<boolean> =>
  take(askEngine('savedSearch.rename', { uid, name }))

export const removeSearch = (uid: string): Promise<boolean> => take(askEngine('savedSearch.remove', { uid }))
