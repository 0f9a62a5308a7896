import { type MouseEvent, useEffect, useRef, useState } from 'react'
import type { Span } from '../../shared/domain/annotations'
import { useAppStore } from '../state/app-store'
import { focusSpan, useArticleStore } from '../state/article-store'
import { classNames } from '../ui/class-names'
import type { ArticleSurface } from './article-surface'
import { contentHeight, type GutterMark, gutterMarks } from './gutter-marks'
import { keepFocus } from './keep-focus'
import { placed } from './placed'
import styles from './span-gutter.module.css'

/** After the last change of the layout, in milliseconds: marks need not follow every frame of a scroll. */
const QUIET = 120
/** A click this near to a mark means it, in CSS pixels. */
const REACH = 6

/** Where the spans are in the whole article. For the mouse; the keyboard walks the spans themselves. */
export function SpanGutter({ surface }: { readonly surface: ArticleSurface }) {
  const gutter = useRef<HTMLDivElement>(null)
  const [marks, setMarks] = useState<readonly GutterMark[]>([])
  const spans = useArticleStore((state) => state.spans)
  const focusedUid = useArticleStore((state) => state.focusedUid)
  const labels = useAppStore((state) => state.project?.labelSet.labels)

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let measured = ''
    const heights = () => `${contentHeight(surface)} ${gutter.current?.clientHeight}`
    const measure = () => {
      measured = heights()
      setMarks(gutterMarks(surface, spans.values(), gutter.current?.clientHeight ?? 0))
    }
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(() => measured !== heights() && measure(), QUIET)
    }
    later()
    const unfollow = surface.onLayout(later)
    return () => {
      clearTimeout(timer)
      unfollow()
    }
  }, [surface, spans])

  const focused = focusedUid === null ? undefined : spans.get(focusedUid)
  const [focusedMark] = focused === undefined ? [] : gutterMarks(surface, [focused], gutter.current?.clientHeight ?? 0)
  const hueOf = (span: Span) => `hue-${labels?.find((label) => label.id === span.labelId)?.hue ?? 'slate'}`

  const jump = (event: MouseEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const y = event.clientY - box.top
    const distance = (mark: GutterMark) => Math.abs(mark.top - y)
    const nearest = marks.reduce<GutterMark | null>(
      (best, mark) => (best === null || distance(mark) < distance(best) ? mark : best),
      null,
    )
    if (nearest !== null && distance(nearest) <= REACH) {
      focusSpan(nearest.span.uid)
      useArticleStore.getState().view?.revealSpan(nearest.span.uid)
      return
    }
    const whole = contentHeight(surface)
    surface.scroller.scrollTop = (y / Math.min(box.height, whole)) * whole - surface.scroller.clientHeight / 2
  }

  return (
    <div ref={gutter} className={styles.gutter} aria-hidden="true" onMouseDown={keepFocus} onClick={jump}>
      {marks.map(({ top, span }) => (
        <i key={top} ref={placed(0, top)} className={hueOf(span)} />
      ))}
      {focusedMark !== undefined && (
        <i ref={placed(0, focusedMark.top)} className={classNames(hueOf(focusedMark.span), styles.focused)} />
      )}
    </div>
  )
}
