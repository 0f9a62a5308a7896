import { nextOfLabel, spansTouching } from '../../shared/domain/annotations/span-neighbours'
import { findLabel } from '../../shared/domain/label-set/label-set'
import { DEFAULT_MARKING } from '../../shared/domain/settings'
import { docOffset } from '../../shared/domain/text/offsets'
import { splitParts } from '../../shared/domain/text/split-parts'
import { showToast, useAppStore } from './app-store'
import { focusSpan, useArticleStore } from './article-store'
import { askEngine } from './engine'
import { followChange } from './follow-change'
import { inOrder } from './gesture-queue'
import { type Exactness, openArticleOrFail, spanOrFail } from './gestures'

/** Makes two spans of one at the caret and focuses the second, so that the next cut can follow. */
export function splitAtCaret(uid: string, { exactly = false }: Exactness = {}): Promise<boolean> {
  useArticleStore.getState().view?.syncSelection()
  const caret = useArticleStore.getState().selection?.focus
  return inOrder(async () => {
    const { snapToWords, trimEdges } = useAppStore.getState().settings?.marking ?? DEFAULT_MARKING
    const how = { words: snapToWords && !exactly, trim: trimEdges && !exactly }
    const halves = caret === undefined ? null : splitParts(openArticleOrFail().text, spanOrFail(uid).parts, caret, how)
    if (halves === null) {
      showToast('info', 'Put the caret inside the focused span, with words on both sides, to split it there.')
      return
    }
    const made = await askEngine('span.split', { uid, first: halves[0], second: halves[1] })
    followChange(made)
    focusSpan(made.spans.find((span) => span.uid !== uid)?.uid ?? uid)
  })
}

/** Makes one of a span and those of its label that the selection touches or, with nothing selected, the next one. */
export function mergeSpan(uid: string): Promise<boolean> {
  useArticleStore.getState().view?.syncSelection()
  const { selection } = useArticleStore.getState()
  return inOrder(async () => {
    const span = spanOrFail(uid)
    const { spans, view } = useArticleStore.getState()
    const others = selection === null || selection.anchor === selection.focus ? next() : selected(selection)
    if (others.length === 0) {
      const label = findLabel(useAppStore.getState().project!.labelSet, span.labelId)
      showToast(
        'info',
        `There is no other ${label?.title || label?.name || 'span'} to merge with. Select one, or focus an earlier one.`,
      )
      return
    }
    followChange(await askEngine('span.merge', { uid, others: others.map((other) => other.uid) }))
    focusSpan(uid)
    view?.revealSpan(uid)

    function next() {
      const following = nextOfLabel(spans.values(), span)
      return following === undefined ? [] : [following]
    }
    function selected({ anchor, focus }: { anchor: number; focus: number }) {
      const touched = spansTouching(
        spans.values(),
        docOffset(Math.min(anchor, focus)),
        docOffset(Math.max(anchor, focus)),
      )
      return touched.filter((other) => other.uid !== uid && other.labelId === span.labelId)
    }
  })
}
