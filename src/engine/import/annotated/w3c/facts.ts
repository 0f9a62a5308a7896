import { type ArticleFacts, articleFactsOf, hasOwnFacts } from '../finding/article-facts'
import type { Annotation } from './annotation'

/** What the annotations of a whole text say: one of ours all that is known of it, others tags and comments. */
export function factsOf(whole: readonly Annotation[]): ArticleFacts {
  const own = whole.flatMap(({ described }) => described).find((one) => hasOwnFacts('w3c', one))
  const { declared, ...facts } = articleFactsOf('w3c', own, {})
  const others = whole.filter(({ described }) => own === undefined || !described.includes(own))
  const comments = others.flatMap((one) => one.comments)
  return {
    ...facts,
    declared: {
      ...declared,
      tags: [...declared.tags, ...others.flatMap(({ tags }) => tags)],
      extra: { ...declared.extra, ...(comments.length === 0 ? {} : { comments }) },
    },
  }
}
