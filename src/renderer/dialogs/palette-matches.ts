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

/**
 * The actions that match: first those that were run last, the latest first; then those whose title begins with the
 * query; then the others in their order. Without a query, all of them.
 */
export function matchingActions(
  actions: readonly PaletteAction[],
  query: string,
  recentIds: readonly string[],
): { recent: PaletteAction[]; others: PaletteAction[] } {
  const found = actions.filter(({ title, subject }) => matchesWords(`${title} ${subject}`, query))
  const begins = ({ title }: PaletteAction) => fold(title).startsWith(fold(query.trim()))
  return {
    recent: recentIds.flatMap((id) => found.find((action) => action.id === id) ?? []),
    others: found.filter(({ id }) => !recentIds.includes(id)).sort((a, b) => Number(begins(b)) - Number(begins(a))),
  }
}

/** The list of what was run last, after one more. Projects have a list of their own. */
export const withRecent = (recentIds: readonly string[], id: string): string[] =>
  id.startsWith('open.') || id.length > 80
    ? [...recentIds]
    : [id, ...recentIds.filter((other) => other !== id)].slice(0, MOST_RECENT_COMMANDS)
