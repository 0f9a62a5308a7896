import { useRef } from 'react'
import { type Span, spanStart } from '../../../shared/domain/annotations/annotations'
import { findLabel, type LabelSet } from '../../../shared/domain/label-set/label-set'
import { DEFAULT_VIEW } from '../../../shared/domain/settings'
import { useAppStore } from '../../state/app-store'
import { useArticleStore } from '../../state/article-store'
import type { ArticleSurface } from '../text/article-surface'
import { nearLines } from '../text/near-lines'
import { linkedSpans } from '../text/text-marks'
import styles from './label-tags.module.css'
import { placed } from './placed'
import { layOutTags, type PlacedTag, type WantedTag } from './tag-layout'
import { useLayout } from './use-layout'

/** Lines this near to the view have their tags already, in CSS pixels. */
const MARGIN = 300
/** More in sight than this could not be read, nor measured in a frame. */
const MOST = 600
/** A start handle of the focused span stands there, whichever spans start with it. */
const HANDLE = 8

/** The label's name at the start of each span, if the settings ask for it. Beside the text, so that none of it moves. */
export function LabelTags({ surface }: { readonly surface: ArticleSurface }) {
  const isOn = useAppStore((state) => state.settings?.view.labelTags ?? DEFAULT_VIEW.labelTags)
  // letters that choose a link's target take the same place
  const isLinking = useArticleStore((state) => state.link !== null)
  return isOn && !isLinking ? <Tags surface={surface} /> : null
}

function Tags({ surface }: { readonly surface: ArticleSurface }) {
  const spans = useArticleStore((state) => state.spans)
  const relations = useArticleStore((state) => state.relations)
  const focusedUid = useArticleStore((state) => state.focusedUid)
  const labelSet = useAppStore((state) => state.project?.labelSet)
  const latest = useRef<{ key: readonly unknown[]; tags: readonly PlacedTag[] }>({ key: [], tags: [] })
  useLayout(surface, true)
  if (labelSet === undefined) return null
  const { root } = surface.projection
  const { first, end } = nearLines(surface, MARGIN)
  const top = surface.projection.lineElement(first)?.offsetTop
  // a scroll that brings no other line near leaves everything where it is
  const key = [
    spans,
    relations,
    focusedUid,
    labelSet,
    surface.projection.drawings,
    first,
    end,
    top,
    root.offsetWidth,
    root.offsetHeight,
  ]
  if (key.some((part, at) => part !== latest.current.key[at])) {
    const linked = focusedUid === null ? new Set<Span>() : linkedSpans(focusedUid, { spans, relations })
    const shown = spansStartingIn(surface, spans, first, end).filter((span) => !linked.has(span))
    const focused = focusedUid === null ? undefined : spans.get(focusedUid)
    const handles = new Set<number>(focused?.parts.map(([start]) => start))
    const wanted = shown.flatMap((span) => wantedTag(surface, span, labelSet, handles.has(spanStart(span))) ?? [])
    latest.current = { key, tags: layOutTags(wanted, widthOf) }
  }
  return (
    <div className={styles.layer} aria-hidden="true">
      {latest.current.tags.map(({ uid, left, top, text }) => (
        <span
          key={uid}
          data-label-tag={uid}
          ref={placed(left, top)}
          className={`${styles.tag} hue-${findLabel(labelSet, spans.get(uid)?.labelId ?? '')?.hue ?? 'slate'}`}
        >
          {text}
        </span>
      ))}
    </div>
  )
}

function spansStartingIn(
  { projection }: ArticleSurface,
  spans: ReadonlyMap<string, Span>,
  first: number,
  end: number,
): Span[] {
  const found: Span[] = []
  for (let paragraph = first; paragraph < end && found.length < MOST; paragraph++) {
    const lineStart = projection.paragraphs.starts[paragraph]!
    for (const piece of projection.piecesOf(paragraph)) {
      const span = spans.get(piece.uid)
      if (span !== undefined && spanStart(span) === lineStart + piece.start) found.push(span)
    }
  }
  return found.slice(0, MOST)
}

function wantedTag(surface: ArticleSurface, span: Span, labelSet: LabelSet, atHandle: boolean): WantedTag | null {
  const start = spanStart(span)
  const line = surface.edgeLine(start, 'start')
  const letter = surface.letterRect(start)
  if (line === null || letter === null) return null
  const label = findLabel(labelSet, span.labelId)
  const name = label?.title || label?.name || span.labelId
  const isFromRight = letter.x + letter.width / 2 < line.x
  const x = atHandle ? line.x + (isFromRight ? -HANDLE : HANDLE) : line.x
  const short = (label?.key ?? Array.from(name)[0] ?? '?').toUpperCase()
  return { uid: span.uid, x, top: line.top, isFromRight, name, short }
}

const widths = new Map<string, number>()
const canvas = document.createElement('canvas').getContext('2d')

/** With the padding of the tag, in CSS pixels; label-tags.module.css has the font too. */
function widthOf(text: string): number {
  const known = widths.get(text)
  if (known !== undefined || canvas === null) return known ?? text.length * 7
  canvas.font = '600 10px "Inter Variable", "Segoe UI", system-ui, sans-serif'
  const width = canvas.measureText(text).width + 6
  widths.set(text, width)
  return width
}
