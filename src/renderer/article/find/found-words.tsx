import { useEffect } from 'react'
import { VisuallyHidden } from 'react-aria-components'
import { useFindStore } from '../../state/find-store'
import { countOf } from '../../ui/format'
import type { ArticleSurface } from '../text/article-surface'
import './find-highlights.css'
import { drawHits } from './find-highlights'

/** Marks in the text what the list's search has found, while the find bar is closed. */
export function FoundWords({ surface }: { readonly surface: ArticleSurface }) {
  const hits = useFindStore((state) => state.hits.length)
  const reached = useFindStore((state) => state.present)
  const present = useFindStore((state) => state.hits[state.present])
  useEffect(() => drawHits(surface), [surface])
  useEffect(() => {
    if (present !== undefined) surface.reveal(present.start, { center: true })
  }, [surface, present])
  return (
    <VisuallyHidden>
      <output data-found-words>{reached === -1 ? countOf(hits, 'hit') : `Hit ${reached + 1} of ${hits}`}</output>
    </VisuallyHidden>
  )
}
