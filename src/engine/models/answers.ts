import type { Project } from '../store/project'
import type { StoredPlace, StoredSuggestions } from '../store/rows/stored-suggestions'
import { freePlaces, takenBy } from '../suggest/free-places'
import type { ProposedSpan } from './read-answer'

type GroupKey = Pick<StoredSuggestions, 'labelId' | 'attributes'>

interface Proposed extends GroupKey {
  /** By article. */
  readonly articles: Map<number, { readonly uid: string; readonly places: StoredPlace[] }>
}

/** What a program has proposed so far: spans that differ by their place only, side by side. */
export class Answers {
  readonly #groups = new Map<string, Proposed>()
  #count = 0

  get count(): number {
    return this.#count
  }

  add(articleId: number, uid: string, spans: readonly ProposedSpan[]): void {
    for (const { label, attributes, parts, words, score } of spans) {
      const key = JSON.stringify([label.id, Object.entries(attributes).sort()])
      const group = this.#groups.get(key) ?? { labelId: label.id, attributes, articles: new Map() }
      this.#groups.set(key, group)
      const article = group.articles.get(articleId) ?? { uid, places: [] }
      group.articles.set(articleId, article)
      article.places.push({ parts, words, ...(score === null ? {} : { score }) })
      this.#count++
    }
  }

  /** Without what is marked so already, was suggested before, whatever became of it, or is proposed twice. */
  free({ sql }: Pick<Project, 'sql'>): (GroupKey & Pick<StoredSuggestions, 'articles'>)[] {
    const groups: (GroupKey & Pick<StoredSuggestions, 'articles'>)[] = []
    const proposed = new Set<string>()
    for (const { labelId, attributes, articles } of this.#groups.values()) {
      const kept: StoredSuggestions['articles'] = []
      for (const [articleId, { uid, places }] of articles) {
        const free = freePlaces(places, takenBy(sql, articleId, labelId)).filter(({ parts }) => {
          const key = JSON.stringify([labelId, articleId, parts])
          const isNew = !proposed.has(key)
          proposed.add(key)
          return isNew
        })
        if (free.length > 0) kept.push({ uid, places: free })
      }
      if (kept.length > 0) groups.push({ labelId, attributes, articles: kept })
    }
    return groups
  }
}
