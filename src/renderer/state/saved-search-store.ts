import { create } from 'zustand'
import type { SavedSearch } from '../../shared/contract/search-methods'
import { reportFailure } from './app-store'
import { askEngine } from './engine'

export const useSavedSearches = create<{ readonly searches: readonly SavedSearch[] }>()(() => ({ searches: [] }))

export const clearSavedSearches = (): void => useSavedSearches.setState({ searches: [] })

/** Counts them again. */
export const loadSavedSearches = async (): Promise<void> => {
  try {
    useSavedSearches.setState({ searches: await askEngine('savedSearch.list', {}) })
  } catch (error) {
    reportFailure(error)
  }
}
