import { useDeferredValue, useMemo } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { Relation, Span } from '../../shared/domain/annotations/annotations'
import { type ClaimLink, linksBySpan } from '../../shared/domain/annotations/claims'
import { gatherByLabels, type SpansWithLabels } from '../../shared/domain/annotations/spans-with-labels'
import type { ArticleDetail } from '../../shared/domain/corpus/articles'
import type { LabelSet } from '../../shared/domain/label-set/label-set'
import { useAppStore } from '../state/app-store'
import { usePaintedArticle } from '../state/painted-article'

export interface Annotations {
  readonly article: ArticleDetail
  readonly labelSet: LabelSet
  readonly spans: ReadonlyMap<string, Span>
  readonly relations: ReadonlyMap<string, Relation>
  /** Links by the uid of the span at either end. */
  readonly links: ReadonlyMap<string, readonly ClaimLink[]>
  /** Gathered once for all who ask. */
  readonly withLabels: SpansWithLabels
}

/**
 * The open article with its annotations, or null. Deferred, so that the text is painted first: with thousands of spans
 * the lists of the inspector may come a frame later.
 */
export function useAnnotations(): Annotations | null {
  const { article, spans, relations } = useDeferredValue(
    usePaintedArticle(useShallow(({ article, spans, relations }) => ({ article, spans, relations }))),
  )
  const labelSet = useAppStore((state) => state.project?.labelSet)
  return useMemo(() => {
    if (article === null || labelSet === undefined) return null
    const links = linksBySpan(labelSet, spans, relations.values())
    return { article, labelSet, spans, relations, links, withLabels: gatherByLabels(spans) }
  }, [article, labelSet, spans, relations])
}

/** The focused span that goes with {@link useAnnotations}: the focus itself may be a frame ahead. */
export const useFocusedUid = (): string | null => useDeferredValue(usePaintedArticle(({ focusedUid }) => focusedUid))
