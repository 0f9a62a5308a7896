import { DictumError } from '../../shared/domain/result'
import { parseSearch, type SearchNode, type SearchOptions } from '../../shared/domain/search/search-query'

/** What a query asks for; null: nothing. Throws bad_request with the place of what cannot be understood. */
export function readQuery(query: string, options: SearchOptions = {}): SearchNode | null {
  const parsed = parseSearch(query, options)
  if (parsed.ok) return parsed.value
  const { message, start, end } = parsed.error
  throw new DictumError('bad_request', `${message} (At “${query.slice(start, end)}”, character ${start + 1}.)`)
}
