import type { Part } from '../../../shared/domain/text/offsets'
import { rangeOfOffsets } from '../text/text-points'
import type { TextProjection } from '../text/text-projection'

const PREVIEW = 'dictum-edge'

/** Shows which words a span would have, by a CSS highlight; null: no more. */
export function previewParts(projection: TextProjection, parts: readonly Part[] | null): void {
  projection.root.classList.toggle('resizing', parts !== null)
  if (parts === null) {
    CSS.highlights.delete(PREVIEW)
    return
  }
  const ranges = parts.flatMap(([start, end]) => rangeOfOffsets(projection, start, end) ?? [])
  CSS.highlights.set(PREVIEW, new Highlight(...ranges))
}
