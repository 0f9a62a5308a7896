import { create } from 'zustand'
import type { RecentProject, Settings } from '../../shared/contract/app-methods'
import type { Recovery } from '../../shared/contract/backups'
import type { Job } from '../../shared/contract/jobs'
import type { ProjectInfo } from '../../shared/contract/project'
import type { EngineState } from '../../shared/contract/wire'
import { DictumError } from '../../shared/domain/result'

export interface Toast {
  readonly id: number
  readonly tone: 'info' | 'error'
  readonly message: string
  /** The event that it tells of: it can be taken back for as long as it is the last one. */
  readonly eventId?: number
  /** Stays until it is dismissed. */
  readonly stays?: boolean
}

/** A state in an article's history. */
export interface RestoreChoice {
  readonly articleId: number
  /** The event right after which it was so; 0: as imported. */
  readonly eventId: number
  /** What had been done last then, and when, as the history tells it. */
  readonly told: string
}

/** One of two articles whose texts are held beside each other. */
export interface Compared {
  readonly articleId: number
  readonly title: string
}

/** The one dialog that may be open over the workbench. */
export type DialogState =
  | { readonly kind: 'export' }
  /** What is worth mending; for the export, which waits behind it, or by itself. */
  | { readonly kind: 'lint'; readonly isForExport?: boolean }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'settings' }
  | { readonly kind: 'palette' }
  /** The editor of the label set, at a label's guidelines where one is named. */
  | { readonly kind: 'labelset'; readonly labelId?: string; readonly tab?: 'label' | 'attributes' | 'guidelines' }
  | { readonly kind: 'compare'; readonly from: Compared; readonly to: Compared }
  | { readonly kind: 'filterDates' }
  | { readonly kind: 'saveSearch' }
  | { readonly kind: 'savedSearches' }
  | { readonly kind: 'models' }
  | { readonly kind: 'batches' }
  | { readonly kind: 'trash' }
  /** What an import would bring in; the ticket stands for the files that were chosen. */
  | { readonly kind: 'preflight'; readonly jobId: string; readonly ticket: string }
  | { readonly kind: 'concordance' }
  | { readonly kind: 'job'; readonly jobId: string }
  | { readonly kind: 'backups' }
  | { readonly kind: 'recovery'; readonly recovery: Recovery }
  | { readonly kind: 'restore'; readonly choice: RestoreChoice }

interface AppState {
  readonly engineState: EngineState
  readonly project: ProjectInfo | null
  readonly settings: Settings | null
  readonly recents: readonly RecentProject[]
  readonly jobs: ReadonlyMap<string, Job>
  readonly dialog: DialogState | null
  readonly toasts: readonly Toast[]
  /** Gestures that are on their way to the file, and fields that hold what is not in it yet. */
  readonly saving: number
  readonly platform: string
}

export const useAppStore = create<AppState>()(() => ({
  engineState: 'starting',
  project: null,
  settings: null,
  recents: [],
  jobs: new Map(),
  dialog: null,
  toasts: [],
  saving: 0,
  platform: '',
}))

/** Takes what the engine says of the project now; a label set that is the same stays the same object: views compare. */
export function setProject(project: ProjectInfo | null): void {
  const known = useAppStore.getState().project?.labelSet
  const isSame = known !== undefined && JSON.stringify(known) === JSON.stringify(project?.labelSet)
  useAppStore.setState({ project: project && isSame ? { ...project, labelSet: known } : project })
}

export const openDialog = (dialog: DialogState): void => useAppStore.setState({ dialog })
export const closeDialog = (): void => useAppStore.setState({ dialog: null })

let lastToast = 0

export function showToast(tone: Toast['tone'], message: string, about: Pick<Toast, 'eventId' | 'stays'> = {}): void {
  const toast = { id: ++lastToast, tone, message, ...about }
  // the same sentence twice is one message
  useAppStore.setState(({ toasts }) => ({
    toasts: [...toasts.filter((other) => other.message !== message), toast].slice(-3),
  }))
}

export const dismissToast = (id: number): void =>
  useAppStore.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }))

/** What a message has told of an event is so no more. */
export const dismissToastsOf = (eventId: number): void =>
  useAppStore.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.eventId !== eventId) }))

export const dismissFailures = (): void =>
  useAppStore.setState(({ toasts }) =>
    toasts.some(({ tone }) => tone === 'error') ? { toasts: toasts.filter(({ tone }) => tone !== 'error') } : {},
  )

/** Time for the word that the project is closed, which may come after the answer that there is none. Milliseconds. */
const WORD_OF_CLOSING_MS = 300

/** Shows an expected failure as a message; anything else is a bug and goes on to the window's error handler. */
export function reportFailure(error: unknown): void {
  if (!(error instanceof DictumError)) throw error
  if (error.code === 'cancelled') return
  if (error.code !== 'no_project') {
    showToast('error', error.message)
    return
  }
  // what was still being read when the project was closed concerns nobody any more
  setTimeout(() => {
    if (useAppStore.getState().project !== null) showToast('error', error.message)
  }, WORD_OF_CLOSING_MS)
}
