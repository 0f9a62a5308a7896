import type { Disposer } from '../../shared/contract/window-api'
import { DEFAULT_READING, type Reading } from '../../shared/domain/settings'
import { useAppStore } from '../state/app-store'
import type { ArticleSurface } from './article-surface'
import { keepPlace } from './keep-place'
import { readingProperties } from './reading-look'

const readingNow = (): Reading => useAppStore.getState().settings?.reading ?? DEFAULT_READING

/** Sets the column as the reading settings say, now and whenever they change; the reader's place stays in sight. */
export function followReading(surface: ArticleSurface): Disposer {
  const { column, scroller } = surface
  let frame = 0

  const apply = (reading: Reading): void => {
    // without an article the scroller is hidden and has no width
    const available = scroller.clientWidth || (scroller.parentElement?.clientWidth ?? 0)
    for (const [name, value] of Object.entries(readingProperties(reading, available))) {
      column.style.setProperty(name, value)
    }
  }

  /** What is far away keeps the height that it once had on the screen; for two frames it must not, then it forgets. */
  const forgetHeights = (): void => {
    cancelAnimationFrame(frame)
    column.style.setProperty('--reading-remember', ' ')
    frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => column.style.setProperty('--reading-remember', 'auto'))
    })
  }

  apply(readingNow())
  column.style.setProperty('--reading-remember', 'auto')
  const unfollow = useAppStore.subscribe((state, before) => {
    const reading = state.settings?.reading ?? DEFAULT_READING
    if (reading === (before.settings?.reading ?? DEFAULT_READING)) return
    const goBack = keepPlace(surface)
    apply(reading)
    forgetHeights()
    goBack()
    surface.layoutChanged()
  })
  return () => {
    cancelAnimationFrame(frame)
    unfollow()
  }
}
