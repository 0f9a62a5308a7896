import { type Span, spanEnd, spanStart } from '../../../shared/domain/annotations/annotations'
import { LINE_STYLES, type LineStyle, type SpanPiece } from '../../../shared/domain/annotations/segments'
import type { Hue, LabelSet } from '../../../shared/domain/label-set/label-set'
import { paragraphOffset } from '../../../shared/domain/text/offsets'
import { type ParagraphIndex, paragraphAt } from '../../../shared/domain/text/paragraphs'
import { runsFromRight } from '../../../shared/domain/text/text-direction'

/** How the spans of one label are drawn. */
export interface LabelLook {
  readonly hue: Hue
  readonly line: LineStyle
}

/** A span whose label is not in the set any more stays visible. */
const UNKNOWN: LabelLook = { hue: 'slate', line: 'solid' }

export type LabelLooks = (labelId: string) => LabelLook

/** Each label's hue, and an underline by its place in the set. */
export function labelLooks(labelSet: LabelSet | undefined): LabelLooks {
  const looks = new Map(
    labelSet?.labels.map(({ id, hue }, index) => [id, { hue, line: LINE_STYLES[index % LINE_STYLES.length]! }]),
  )
  return (labelId) => looks.get(labelId) ?? UNKNOWN
}

/** What a span covers of each paragraph that it touches; a line feed alone is nothing to draw. */
export function spanPieces(
  span: Pick<Span, 'uid' | 'labelId' | 'parts'>,
  { lines, starts }: ParagraphIndex,
  looks: LabelLooks,
): { paragraph: number; piece: SpanPiece }[] {
  const look = looks(span.labelId)
  const weight = spanEnd(span) - spanStart(span)
  const found: { paragraph: number; piece: SpanPiece }[] = []
  for (const [from, to] of span.parts) {
    for (let at = paragraphAt(starts, from); at < lines.length && starts[at]! < to; at++) {
      const lineStart = starts[at]!
      const lineEnd = lineStart + lines[at]!.length
      const start = Math.max(from, lineStart)
      const end = Math.min(to, lineEnd)
      if (start >= end) continue
      found.push({
        paragraph: at,
        piece: {
          uid: span.uid,
          start: paragraphOffset(start - lineStart),
          end: paragraphOffset(end - lineStart),
          weight,
          opens: from >= lineStart,
          closes: to <= lineEnd,
          fromRight: runsFromRight(lines[at]!, start - lineStart, end - lineStart),
          ...look,
        },
      })
    }
  }
  return found
}
