import { create } from 'zustand'
import type { ProjectInfo } from '../../shared/contract/project'
import { openSample, setTourOffered } from '../state/app-actions'
import { useAppStore } from '../state/app-store'
import { useArticleStore } from '../state/article-store'
import { askEngine } from '../state/engine'
import { followChange } from '../state/follow-change'
import { inOrder } from '../state/gesture-queue'
import { loadArticle } from '../state/navigation'

export const STEP_COUNT = 8

interface TourState {
  /** `waiting`: until the sample project is open. `over`: all steps are behind. */
  readonly phase: 'off' | 'waiting' | 'running' | 'over'
  readonly index: number
  /** The last event that is older than the tour. */
  readonly sinceEvent: number
}

export const useTour = create<TourState>()(() => ({ phase: 'off', index: 0, sinceEvent: 0 }))

/** The one project that Dictum makes itself, in its own folder. */
export const isSample = (project: ProjectInfo | null): boolean =>
  project !== null && /[\\/]Sample project\.dictum$/.test(project.path)

const lastEvent = (): number => useAppStore.getState().project?.undo.undo?.eventId ?? 0

/** The sample is open: the first step. */
export function beginTour(): void {
  useTour.setState({ phase: 'running', index: 0, sinceEvent: lastEvent() })
  useArticleStore.getState().view?.focus()
}

/** Begins the tour, in the sample project: another project is closed for it. */
export function startTour(): void {
  void setTourOffered()
  if (isSample(useAppStore.getState().project)) {
    beginTour()
    return
  }
  useTour.setState({ phase: 'waiting' })
  // that it is open is told by an event, which may come after this answer
  void openSample().then((isOpen) => {
    if (!isOpen && useTour.getState().phase === 'waiting') endTour()
  })
}

/** The keyboard goes from the card into the text, whose keys the tour has just shown. */
function leaveCard(): void {
  if (document.activeElement?.closest('[data-pane="tour"]') != null) useArticleStore.getState().view?.focus()
}

export function endTour(): void {
  leaveCard()
  useTour.setState({ phase: 'off' })
}

/** Goes to a step; after the last one the tour is over. */
export function goToStep(index: number): void {
  if (index >= STEP_COUNT) useTour.setState({ phase: 'over' })
  else useTour.setState({ phase: 'running', index: Math.max(index, 0) })
}

/** Whether anything was done since the tour began that can be taken back. */
export const canUndoTour = (): boolean => lastEvent() > useTour.getState().sinceEvent

/** Takes back, step by step, all that was done since the tour began. */
export const undoTour = (): Promise<boolean> =>
  inOrder(async () => {
    while (canUndoTour()) followChange(await askEngine('history.undo', {}))
    const { article } = useArticleStore.getState()
    if (article !== null) await loadArticle(article.articleId)
  })
