import { byDepth, type Segment } from '../../../shared/domain/annotations/segments'
import { focusSpan, useArticleStore } from '../../state/article-store'
import { chooseLinkTarget } from '../../state/link-mode'
import { linkSpans } from '../../state/make-links'
import { offerSpans } from '../../state/span-choice'
import { focusSuggestionUnder } from './suggestion-clicks'
import type { TextProjection } from './text-projection'
import { readSelection } from './text-selection'

/** The segment whose element was hit; null beside the words. */
export function segmentHit(projection: TextProjection, target: EventTarget | null): Segment | null {
  if (!(target instanceof Element)) return null
  const paragraph = projection.paragraphOf(target)
  const line = projection.lineElement(paragraph)
  if (line === undefined || target.parentElement !== line) return null
  return projection.segmentsOf(paragraph)[[...line.children].indexOf(target)] ?? null
}

/**
 * Lets a press inside a selection begin a new one. The browser would wait for the selection to be dragged away, which a
 * text that cannot change does not allow.
 */
export function beginSelection(event: MouseEvent): void {
  if (event.button === 0 && event.detail === 1 && !event.shiftKey) document.getSelection()?.removeAllRanges()
}

/**
 * Answers clicks on the words: focuses the innermost span there and, where several lie over one another, lists them
 * beside; a further click focuses the next one outwards and round again. Beside all spans nothing is focused any more.
 * While a link is made, a click chooses its target, or says which rule it would break.
 */
export function clickHandler(projection: TextProjection): (event: MouseEvent) => void {
  let lastHit: Segment | null = null
  return (event) => {
    // a double click selects a word; a drag selects more: neither is about the span under it
    if (event.button !== 0 || event.detail > 1 || document.getSelection()?.isCollapsed === false) return
    const hit = segmentHit(projection, event.target)
    const uids = [...(hit?.marks ?? [])]
      .map(({ piece }) => piece)
      .sort(byDepth)
      .map(({ uid }) => uid)
    const { link, focusedUid } = useArticleStore.getState()
    if (link !== null) {
      const target = uids.find((uid) => link.targets.some((candidate) => candidate.uid === uid))
      if (target !== undefined) void chooseLinkTarget(target)
      // what cannot be a target says why, and another one may be chosen
      else if (uids[0] !== undefined) void linkSpans(link.fromUids, uids[0], link.option)
      return
    }
    if (hit !== null && focusSuggestionUnder(projection, hit)) {
      lastHit = null
      return
    }
    const again = hit !== null && hit === lastHit && focusedUid !== null ? uids.indexOf(focusedUid) : -1
    lastHit = hit
    focusSpan(uids[(again + 1) % Math.max(uids.length, 1)] ?? null)
    const caret = readSelection(projection)?.focus
    if (caret !== undefined) offerSpans(uids, caret)
  }
}
