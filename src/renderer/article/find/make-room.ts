import type { Disposer } from '../../../shared/contract/window-api'
import type { ArticleSurface } from '../text/article-surface'

/** The column's own room above the text, and that which clears the find bar, in CSS pixels. */
const ROOM = { usual: 28, underBar: 56 }

/** Keeps the first line clear of what lies over the top of the view. Further down nothing moves. */
export function makeRoom({ column, scroller, layoutChanged }: ArticleSurface): Disposer {
  const set = (padding: string, by: number) => {
    const isAtTop = scroller.scrollTop === 0
    column.style.paddingTop = padding
    if (!isAtTop) scroller.scrollTop += by
    layoutChanged()
  }
  set(`${ROOM.underBar}px`, ROOM.underBar - ROOM.usual)
  return () => set('', ROOM.usual - ROOM.underBar)
}
