import type { Suggestion } from '../../../../shared/domain/annotations/suggestions'
import type { Part } from '../../../../shared/domain/text/offsets'
import type { Op } from '../../../store/history/ops'
import type { StoredPlace } from '../../../store/rows/stored-suggestions'

export interface SuggestedPlace
  extends Pick<Suggestion, 'labelId' | 'attributes' | 'entityUid' | 'source' | 'score' | 'words'> {
  readonly parts: readonly Part[]
}

/** What the suggestions of one import have in common. */
export interface SuggestionRun {
  readonly run: string
  readonly reason: string
  readonly author: string
  readonly createdAt: string
}

/** Suggestions for one article, those together that differ by their place only. */
export class SuggestionGroups {
  readonly #articleUid: string
  readonly #groups = new Map<string, { readonly first: SuggestedPlace; readonly places: StoredPlace[] }>()

  constructor(articleUid: string) {
    this.#articleUid = articleUid
  }

  add(place: SuggestedPlace): void {
    const { labelId, attributes, entityUid, source, parts, words, score } = place
    const key = JSON.stringify([labelId, attributes, entityUid, source])
    const group = this.#groups.get(key) ?? { first: place, places: [] }
    this.#groups.set(key, group)
    group.places.push({ parts: [...parts], words, ...(score === null ? {} : { score }) })
  }

  /** `number`: that of the first in its run. */
  ops({ run, reason, author, createdAt }: SuggestionRun, number: number): Op[] {
    let first = number
    return [...this.#groups.values()].map(({ first: { labelId, attributes, entityUid, source }, places }) => {
      const articles = [{ uid: this.#articleUid, places }]
      const group = { run, first, kind: 'span' as const, labelId, attributes, entityUid, source, reason }
      first += places.length
      return { op: 'suggestion.put', group: { ...group, author, createdAt, articles } }
    })
  }
}
