import { create } from 'zustand'
import type { Missing } from '../../shared/domain/annotations/claims'

export const INSPECTOR_TABS = { claims: 'Claims', spans: 'Spans', article: 'Article', history: 'History' } as const
export type InspectorTab = keyof typeof INSPECTOR_TABS

/** What the inspector shows; kept while the window lives. */
interface InspectorState {
  readonly tab: InspectorTab
  /** Only claims that miss this. */
  readonly missing: Missing | null
  /** Only spans of these labels; empty: of any. */
  readonly labelIds: readonly string[]
}

export const useInspectorStore = create<InspectorState>()(() => ({ tab: 'claims', missing: null, labelIds: [] }))

export const showTab = (tab: InspectorTab): void => useInspectorStore.setState({ tab })

export const toggleMissing = (missing: Missing): void =>
  useInspectorStore.setState((state) => ({ missing: state.missing === missing ? null : missing }))

export const toggleLabel = (labelId: string): void =>
  useInspectorStore.setState(({ labelIds }) => ({
    labelIds: labelIds.includes(labelId) ? labelIds.filter((id) => id !== labelId) : [...labelIds, labelId],
  }))
