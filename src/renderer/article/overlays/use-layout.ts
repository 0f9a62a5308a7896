import { useEffect, useState } from 'react'
import type { ArticleSurface } from '../text/article-surface'

/** Renders again after every scroll, resize or redraw of the text, while `isActive`. */
export function useLayout(surface: ArticleSurface, isActive: boolean): void {
  const [, setTick] = useState(0)
  useEffect(() => (isActive ? surface.onLayout(() => setTick((tick) => tick + 1)) : undefined), [surface, isActive])
}
