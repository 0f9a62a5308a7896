import type { Disposer } from '../../shared/contract/window-api'
import { useAppStore } from '../state/app-store'
import { useArticleStore } from '../state/article-store'
import { type Deed, watchDeeds } from './deeds'
import { tourSteps } from './tour-steps'
import { beginTour, goToStep, isSample, useTour } from './tour-store'

function follow(deed: Deed): void {
  const { phase, index } = useTour.getState()
  if (phase !== 'running' || !isSample(useAppStore.getState().project)) return
  if (tourSteps()[index]?.isDone(deed)) goToStep(index + 1)
}

/** Follows what the user does for as long as the window is there. */
export function listenForTour(): Disposer {
  const unwatch = watchDeeds(follow)
  const unfollow = useArticleStore.subscribe(({ article }) => {
    const isReady = article !== null && isSample(useAppStore.getState().project)
    if (useTour.getState().phase === 'waiting' && isReady) beginTour()
  })
  return () => {
    unwatch()
    unfollow()
  }
}
