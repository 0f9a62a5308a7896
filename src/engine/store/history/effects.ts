import type { LabelSetEffect } from '../../../shared/contract/label-sets'
import type { Sql } from '../sql'

type Code = LabelSetEffect['code']

/** Where an effect shows. */
export interface Place {
  readonly articleId: number
  readonly spanUid: string | null
  readonly words: string
}

const EXAMPLES = 5
const EXAMPLE_WORDS = 300

interface Tally {
  readonly code: Code
  readonly sentence: (count: number) => string
  readonly loses: boolean
  count: number
  readonly apart: Place[]
  readonly further: Place[]
}

/** Counts what an edit would do, one line for each kind of thing and what it is done to. */
export interface EffectTally {
  add(code: Code, subject: string, sentence: (count: number) => string, place: Place): void
  readonly articleIds: ReadonlySet<number>
  count(code: Code): number
  effects(sql: Sql): LabelSetEffect[]
}

const LOSSES: ReadonlySet<Code> = new Set([
  'spans_joined',
  'spans_removed',
  'links_removed',
  'values_removed',
  'field_values_removed',
])

export function tallyEffects(): EffectTally {
  const tallies = new Map<string, Tally>()
  const articleIds = new Set<number>()
  return {
    articleIds,
    add(code, subject, sentence, place) {
      const key = `${code} ${subject}`
      const tally = tallies.get(key) ?? { code, sentence, loses: LOSSES.has(code), count: 0, apart: [], further: [] }
      tallies.set(key, tally)
      tally.count++
      articleIds.add(place.articleId)
      if (tally.apart.length >= EXAMPLES) return
      const isNew = tally.apart.every(({ articleId }) => articleId !== place.articleId)
      if (isNew) tally.apart.push(place)
      else if (tally.further.length < EXAMPLES) tally.further.push(place)
    },
    count: (code) => [...tallies.values()].reduce((sum, tally) => sum + (tally.code === code ? tally.count : 0), 0),
    effects: (sql) =>
      [...tallies.values()]
        .sort((a, b) => Number(b.loses) - Number(a.loses))
        .map(({ code, sentence, loses, count, apart, further }) => ({
          code,
          message: sentence(count),
          count,
          loses,
          examples: [...apart, ...further].slice(0, EXAMPLES).map((place) => ({
            ...place,
            words: place.words.slice(0, EXAMPLE_WORDS),
            articleTitle:
              sql.get<{ title: string }>('SELECT title FROM article WHERE id = ?', place.articleId)?.title ?? '',
          })),
        })),
  }
}

/** “1 span”, “12 spans”. */
export const counted = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`
