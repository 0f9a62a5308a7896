import type { Disposer } from '../../../shared/contract/window-api'
import { DEFAULT_READING, type Reading } from '../../../shared/domain/settings'
import { useAppStore } from '../../state/app-store'
import type { ArticleSurface } from './article-surface'
import { keepPlace } from './keep-place'
import { readingProperties } from './reading-look'

/** For so many frames heights are not remembered: then all that was remembered is forgotten. */
const FORGETTING = 2
/** The layout has settled once the reader's place has stayed for so many frames; it is given up after the most. */
const STILL_FRAMES = 3
const MOST_FRAMES = 20

const readingNow = (): Reading => useAppStore.getState().settings?.reading ?? DEFAULT_READING

/** Sets the column as the reading settings say, now and whenever they change; the reader's place stays in sight. */
export function followReading(surface: ArticleSurface): Disposer {
  const { column, scroller } = surface
  let frame = 0
  let goBack: (() => boolean) | null = null

  const apply = (reading: Reading): void => {
    // without an article the scroller is hidden and has no width
    const available = scroller.clientWidth || (scroller.parentElement?.clientWidth ?? 0)
    for (const [name, value] of Object.entries(readingProperties(reading, available))) {
      column.style.setProperty(name, value)
    }
  }

  /**
   * What is far away keeps the height that it once had on the screen, unless it must not for some frames. Heights above
   * the reader's place change with that, so that the way back is taken until nothing moves any more.
   */
  const settle = (passed: number, still: number): void => {
    if (passed === FORGETTING) column.style.setProperty('--reading-remember', 'auto')
    frame = requestAnimationFrame(() => {
      const stillNow = goBack?.() === true || passed < FORGETTING ? 0 : still + 1
      if (stillNow < STILL_FRAMES && passed < MOST_FRAMES) return settle(passed + 1, stillNow)
      goBack = null
    })
  }

  apply(readingNow())
  column.style.setProperty('--reading-remember', 'auto')
  const unfollow = useAppStore.subscribe((state, before) => {
    const reading = state.settings?.reading ?? DEFAULT_READING
    if (reading === (before.settings?.reading ?? DEFAULT_READING)) return
    // of several changes in a row the first knows where the reader was
    goBack ??= keepPlace(surface)
    apply(reading)
    column.style.setProperty('--reading-remember', ' ')
    goBack()
    cancelAnimationFrame(frame)
    settle(0, 0)
    surface.layoutChanged()
  })
  return () => {
    cancelAnimationFrame(frame)
    unfollow()
  }
}
