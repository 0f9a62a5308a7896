import { MOST_RECENT_COMMANDS } from '../../shared/domain/settings'
import type { PaletteAction } from './palette-actions'

const MARKS = /\p{M}/gu
const fold = (text: string): string => text.normalize('NFD').replace(MARKS, '').toLowerCase()

/** Every word of the query begins a word of the text; case, quotation marks and diacritics do not count. */
export function matchesWords(text: string, query: string): boolean {
  const words = fold(text).split(/[\s:…“”]+/u)
  return fold(query)
    .split(/\s+/u)
    .filter(Boolean)
    .every((start) => words.some((word) => word.startsWith(start)))
}

/** What takes something away is never offered first for having been run lately: Enter must not repeat it by surprise. */
const NEVER_RECENT: ReadonlySet<string> = new Set([
  'article.trash',
  'span.delete',
  'suggestion.rejectLabel',
  'suggestion.rejectRun',
])

/**
 * The actions that match: first those that were run last, the latest first; then those whose title begins with the
 * query; then the others in their order. Where a title begins with the query, one that was run last but has the words
 * further in stands behind it. Without a query, all of them.
 */
export function matchingActions(
  actions: readonly PaletteAction[],
  query: string,
  recentIds: readonly string[],
): { recent: PaletteAction[]; others: PaletteAction[] } {
  const found = actions.filter(({ title, subject }) => matchesWords(`${title} ${subject}`, query))
  const begins = ({ title }: PaletteAction) => fold(title).startsWith(fold(query.trim()))
  const lately = recentIds
    .filter((id) => !NEVER_RECENT.has(id))
    .flatMap((id) => found.find((action) => action.id === id) ?? [])
  const recent = found.some(begins) ? lately.filter(begins) : lately
  const rank = (action: PaletteAction) => (begins(action) ? 0 : lately.includes(action) ? 1 : 2)
  return {
    recent,
    others: found.filter((action) => !recent.includes(action)).sort((a, b) => rank(a) - rank(b)),
  }
}

/** The list of what was run last, after one more. Projects have a list of their own. */
export const withRecent = (recentIds: readonly string[], id: string): string[] =>
  id.startsWith('open.') || id.length > 80 || NEVER_RECENT.has(id)
    ? [...recentIds]
    : [id, ...recentIds.filter((other) => other !== id)].slice(0, MOST_RECENT_COMMANDS)
