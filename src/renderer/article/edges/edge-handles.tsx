import { useState } from 'react'
import type { PartEdge } from '../../../shared/domain/text/drag-edge'
import type { Part } from '../../../shared/domain/text/offsets'
import { useAppStore } from '../../state/app-store'
import { useArticleStore } from '../../state/article-store'
import { classNames } from '../../ui/class-names'
import { keepFocus } from '../overlays/keep-focus'
import { placed } from '../overlays/placed'
import { useLayout } from '../overlays/use-layout'
import type { ArticleSurface } from '../text/article-surface'
import { followHandle } from './edge-drag'
import styles from './edge-handles.module.css'
import { handlePlace } from './handle-place'

/** A handle at either end of each part of the focused span, to drag its edges. The keyboard has [ ] { }. */
export function EdgeHandles({ surface }: { readonly surface: ArticleSurface }) {
  const span = useArticleStore(({ focusedUid, spans, link }) =>
    focusedUid === null || link !== null ? undefined : spans.get(focusedUid),
  )
  const labels = useAppStore((state) => state.project?.labelSet.labels)
  const [dragged, setDragged] = useState<readonly Part[] | null>(null)
  useLayout(surface, span !== undefined)
  if (span === undefined) return null
  const hue = labels?.find((label) => label.id === span.labelId)?.hue ?? 'slate'
  const edges = (dragged ?? span.parts).flatMap((part, at): (PartEdge & { place: Part })[] => [
    { part: at, edge: 'start', place: part },
    { part: at, edge: 'end', place: part },
  ])
  return (
    <div className={`${styles.layer} hue-${hue}`} aria-hidden="true">
      {edges.map(({ part, edge, place }) => {
        const at = handlePlace(surface, place, edge)
        if (at === null) return null
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: for the mouse; the keyboard moves edges by commands
          <span
            key={`${part} ${edge}`}
            data-edge-handle={`${part} ${edge}`}
            ref={placed(at.left, at.top)}
            className={classNames(styles.handle, styles[edge], at.isFromRight && styles.fromRight)}
            onMouseDown={keepFocus}
            onPointerDown={({ button, nativeEvent }) => {
              if (button === 0) followHandle(surface, span, { part, edge }, nativeEvent, setDragged)
            }}
          />
        )
      })}
    </div>
  )
}
