import { asName, listOf } from '../finding/json-values'
import type { FoundRelation } from '../found-text'

type Json = Readonly<Record<string, unknown>>

/** What a relation without a label is called. */
const UNNAMED = 'relation'

/** A relation may have several labels, and lead either way, or both. */
export function relationsOf(
  results: readonly Json[],
  /** Regions that are parts of another. */
  parts: ReadonlyMap<string, string>,
  prefix: string,
  annotator: string | null,
): FoundRelation[] {
  const end = (id: unknown): string => prefix + (parts.get(asName(id) ?? '') ?? asName(id) ?? '')
  return results.flatMap(({ type, from_id, to_id, direction, labels }) => {
    if (type !== 'relation') return []
    const names = listOf(labels).filter((name) => typeof name === 'string') as string[]
    return (names.length === 0 ? [UNNAMED] : names).flatMap((name) => {
      const there = { id: '', type: name, from: end(from_id), to: end(to_id), attributes: {}, annotator, place: '' }
      const back = { ...there, from: there.to, to: there.from }
      return direction === 'bi' ? [there, back] : [direction === 'left' ? back : there]
    })
  })
}
