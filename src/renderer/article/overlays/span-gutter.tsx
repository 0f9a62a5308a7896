import { type MouseEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useAppStore } from '../../state/app-store'
import { focusSpan, useArticleStore } from '../../state/article-store'
import { classNames } from '../../ui/class-names'
import type { ArticleSurface } from '../text/article-surface'
import { contentHeight, type GutterMark, gutterMarks, gutterRuns } from './gutter-marks'
import { keepFocus } from './keep-focus'
import { placed } from './placed'
import styles from './span-gutter.module.css'

/** After the last change of the layout, in milliseconds: marks need not follow every frame of a scroll. */
const QUIET = 120
/** With more marks than these they are a stripe, and step back (half a low window full). */
const CROWDED = 80
/** A click this near to a mark means it, in CSS pixels. */
const REACH = 6

/** A ref that makes a mark as high as it is to be, with a little room to the next one. */
const tall =
  (top: number, height: number) =>
  (element: HTMLElement | null): void => {
    placed(0, top)(element)
    if (element !== null) element.style.height = `${Math.max(height - 1, 3)}px`
  }

/** Which stretch of the article is on the screen; nothing where all of it is. */
function VisibleStretch({ surface }: { readonly surface: ArticleSurface }) {
  const frame = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    const follow = () => {
      const element = frame.current
      if (element === null) return
      const { scrollTop, clientHeight } = surface.scroller
      const whole = contentHeight(surface)
      element.hidden = whole <= clientHeight
      placed(0, (scrollTop / whole) * clientHeight)(element)
      element.style.height = `${Math.max((clientHeight / whole) * clientHeight, 8)}px`
    }
    follow()
    return surface.onLayout(follow)
  }, [surface])
  return <b ref={frame} className={styles.visible} />
}

/** Where the spans are in the whole article, the lighter the fewer begin there, and what of it is on the screen. For the mouse; the keyboard walks the spans themselves. */
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
  const hueOf = (labelId: string) => `hue-${labels?.find((label) => label.id === labelId)?.hue ?? 'slate'}`
  const runs = useMemo(() => gutterRuns(marks), [marks])

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
    <div
      ref={gutter}
      className={styles.gutter}
      data-crowded={marks.length > CROWDED}
      aria-hidden="true"
      onMouseDown={keepFocus}
      onClick={jump}
    >
      <VisibleStretch surface={surface} />
      {runs.map(({ top, height, labelId, level }) => (
        <i key={top} ref={tall(top, height)} className={hueOf(labelId)} data-level={level} />
      ))}
      {focusedMark !== undefined && (
        <i ref={placed(0, focusedMark.top)} className={classNames(hueOf(focusedMark.labelId), styles.focused)} />
      )}
    </div>
  )
}
