import { type RefObject, useEffect, useState } from 'react'
import { VisuallyHidden } from 'react-aria-components'
import type { Span } from '../../../shared/domain/annotations/annotations'
import { linksBySpan } from '../../../shared/domain/annotations/claims'
import { spansOver, spansTouching } from '../../../shared/domain/annotations/span-neighbours'
import { useAppStore } from '../../state/app-store'
import { spansInOrder, useArticleStore } from '../../state/article-store'
import { useEntityStore } from '../../state/entity-store'
import { caretSpeech, type SpeechSource, spanSpeech } from './span-speech'

/** After this a span in focus is spoken of: who walks on at once has heard enough (milliseconds). */
const FOCUS_RESTS = 150
/** The same for a caret: it is not spoken of while it runs (milliseconds). */
const CARET_RESTS = 400

/** The spans around a caret, the outer ones first, as they were spoken of last, and the one in focus then. */
interface Said {
  readonly articleId: number | undefined
  readonly over: ReadonlySet<string>
  readonly focusedUid: string | null
}

/** What is to be said now, if anything, and what will have been said then. */
function speech(said: Said): { words: string; said: Said } {
  const { article, spans, relations, selection, focusedUid } = useArticleStore.getState()
  const labelSet = useAppStore.getState().project?.labelSet
  const ordered = spansInOrder(spans)
  const over: Span[] = selection === null ? [] : spansOver(ordered, selection.focus)
  const now = { articleId: article?.articleId, over: new Set(over.map(({ uid }) => uid)), focusedUid }
  // an article that has just come speaks for itself
  if (article === null || labelSet === undefined || article.articleId !== said.articleId)
    return { words: '', said: now }
  const source: SpeechSource = { text: article.text, labelSet, entities: useEntityStore.getState().known }
  const focused = focusedUid === null || focusedUid === said.focusedUid ? undefined : spans.get(focusedUid)
  if (focused === undefined) return { words: caretSpeech(source, ordered, said.over, over), said: now }
  const own = [...relations.values()].filter(({ fromUid, toUid }) => fromUid === focusedUid || toUid === focusedUid)
  const links = linksBySpan(labelSet, spans, own).get(focused.uid) ?? []
  // who has walked away from the caret hears anew where it stands when it moves again
  const isAtCaret = selection !== null && spansTouching([focused], selection.focus, selection.focus).length > 0
  return {
    words: spanSpeech(source, focused, ordered.indexOf(focused), ordered.length, links),
    said: isAtCaret ? now : { ...now, over: new Set() },
  }
}

/**
 * Tells a screen reader, politely, of the span that gets the focus, and of the spans that the caret enters and leaves;
 * nothing while the caret runs, and nothing while the keyboard is elsewhere.
 */
export function SpanAnnouncer({ text }: { readonly text: RefObject<HTMLElement | null> }) {
  const [words, setWords] = useState('')

  useEffect(() => {
    let said: Said = { articleId: undefined, over: new Set(), focusedUid: null }
    let timer: ReturnType<typeof setTimeout> | undefined
    const say = () => {
      const next = speech(said)
      said = next.said
      if (next.words !== '' && text.current === document.activeElement) setWords(next.words)
    }
    const unfollow = useArticleStore.subscribe((state, before) => {
      const focusMoved = state.focusedUid !== before.focusedUid
      if (!focusMoved && state.selection === before.selection && state.article === before.article) return
      // who puts the focus somewhere before the article has had its rest wants to hear of it
      if (focusMoved && state.article === before.article && state.article?.articleId !== said.articleId) {
        said = { articleId: state.article?.articleId, over: new Set(), focusedUid: before.focusedUid }
      }
      clearTimeout(timer)
      timer = setTimeout(say, focusMoved ? FOCUS_RESTS : CARET_RESTS)
    })
    return () => {
      clearTimeout(timer)
      unfollow()
    }
  }, [text])

  return (
    <VisuallyHidden role="status" aria-label="Spans at the caret">
      {words}
    </VisuallyHidden>
  )
}
