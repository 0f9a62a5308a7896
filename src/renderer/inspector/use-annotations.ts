import { useDeferredValue, useMemo } from 'react'
import type { Relation, Span } from '../../shared/domain/annotations'
import type { ArticleDetail } from '../../shared/domain/articles'
import { type ClaimLink, linksBySpan } from '../../shared/domain/claims'
import type { LabelSet } from '../../shared/domain/label-set'
import { gatherByLabels, type SpansWithLabels } from '../../shared/domain/spans-with-labels'
import { useAppStore } from '../state/app-store'
import { useArticleStore } from '../state/article-store'

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

const useStored = () => {
  const article = useArticleStore((state) => state.article)
  const spans = useArticleStore((state) => state.spans)
  const relations = useArticleStore((state) => state.relations)
  return useMemo(() => ({ article, spans, relations }), [article, spans, relations])
}

/**
 * The open article with its annotations, or null. Deferred, so that the text is painted first: with thousands of spans
 * the lists of the inspector may come a frame later.
 */
export function useAnnotations(): Annotations | null {
  const { article, spans, relations } = useDeferredValue(useStored())
  const labelSet = useAppStore((state) => state.project?.labelSet)
  return useMemo(() => {
    if (article === null || labelSet === undefined) return null
    const links = linksBySpan(labelSet, spans, relations.values())
    return { article, labelSet, spans, relations, links, withLabels: gatherByLabels(spans) }
  }, [article, labelSet, spans, relations])
}
