import { create } from 'zustand'
import type { Facets } from '../../shared/contract/search-methods'
import { reportFailure } from './app-store'
import { askEngine } from './engine'

/** What can be filtered by, as it was counted last; null: not yet. */
export const useFacetsStore = create<{ readonly facets: Facets | null }>()(() => ({ facets: null }))

export const clearFacets = (): void => useFacetsStore.setState({ facets: null })

/** Counts again. */
export async function loadFacets(): Promise<void> {
  try {
    useFacetsStore.setState({ facets: await askEngine('search.facets', {}) })
  } catch (error) {
    reportFailure(error)
  }
}
