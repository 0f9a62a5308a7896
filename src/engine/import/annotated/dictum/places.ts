import { asList, asOffset, offsetsAsWritten } from '../finding/json-values'
import type { FoundSpan } from '../found-text'
import type { Values } from './keys'

/** What stands in the place of offsets, where that is no numbers. */
export const writtenOf = ({ parts, start, end }: Values): Pick<FoundSpan, 'offsetsWritten'> =>
  offsetsAsWritten(...(asList(parts)?.flat() ?? [start, end]))

/** Its parts, or its beginning and end; null where neither stands there. */
export function partsOf({ parts, start, end }: Values): FoundSpan['parts'] | null {
  const list = asList(parts)
  if (list === null) return start === undefined && end === undefined ? null : [[asOffset(start), asOffset(end)]]
  const pairs = list.map((part) => (Array.isArray(part) && part.length === 2 ? part : null))
  if (pairs.some((pair) => pair === null) || pairs.length === 0) return null
  return pairs.map((pair) => [asOffset(pair![0]), asOffset(pair![1])] as const)
}
