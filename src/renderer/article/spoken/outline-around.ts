import { type Span, spanStart } from '../../../shared/domain/annotations/annotations'
import { linksBySpan } from '../../../shared/domain/annotations/claims'
import { findLabel, type Hue } from '../../../shared/domain/label-set/label-set'
import { shownWords } from '../../inspector/words/span-words'
import { useAppStore } from '../../state/app-store'
import { spansInOrder, useArticleStore } from '../../state/article-store'
import { useEntityStore } from '../../state/entity-store'
import { labelTitle, spanDetails, spanPlace } from './span-speech'

/** So many spans before and after the present one are in the list: enough to walk on, however many there are. */
const REACH = 20
const LONGEST_WORDS = 120

export interface OutlineItem {
  readonly uid: string
  /** In reading order, from 0. */
  readonly at: number
  readonly hue: Hue
  readonly label: string
  readonly words: string
  /** For a screen reader: label, words, position, links, attributes. */
  readonly speech: string
}

export interface Outline {
  readonly items: readonly OutlineItem[]
  /** The index of the present span among all; -1 without any. */
  readonly at: number
  readonly total: number
}

export const NO_OUTLINE: Outline = { items: [], at: -1, total: 0 }

/** The span in focus or, without one, the last that starts at or before the caret. */
function presentIndex(ordered: readonly Span[]): number {
  const { focusedUid, selection } = useArticleStore.getState()
  const focused = focusedUid === null ? -1 : ordered.findIndex(({ uid }) => uid === focusedUid)
  if (focused !== -1) return focused
  const caret = selection?.focus ?? 0
  return Math.max(
    0,
    ordered.findLastIndex((span) => spanStart(span) <= caret),
  )
}

/** The spans around one of them, which is the present one where none is named. */
export function outlineAround(wanted?: number): Outline {
  const { article, spans, relations } = useArticleStore.getState()
  const labelSet = useAppStore.getState().project?.labelSet
  if (article === null || labelSet === undefined || spans.size === 0) return NO_OUTLINE
  const ordered = spansInOrder(spans)
  const at = Math.max(0, Math.min(ordered.length - 1, wanted ?? presentIndex(ordered)))
  const from = Math.max(0, at - REACH)
  const shown = ordered.slice(from, at + REACH + 1)
  const uids = new Set(shown.map(({ uid }) => uid))
  const own = [...relations.values()].filter(({ fromUid, toUid }) => uids.has(fromUid) || uids.has(toUid))
  const links = linksBySpan(labelSet, spans, own)
  const source = { text: article.text, labelSet, entities: useEntityStore.getState().known }
  const items = shown.map((span, index) => ({
    uid: span.uid,
    at: from + index,
    hue: findLabel(labelSet, span.labelId)?.hue ?? 'slate',
    label: labelTitle(source, span),
    words: shownWords(article.text, span.parts, LONGEST_WORDS),
    speech: [
      spanPlace(source, span, from + index, ordered.length),
      ...spanDetails(source, span, links.get(span.uid) ?? []),
    ].join('. '),
  }))
  return { items, at, total: ordered.length }
}
