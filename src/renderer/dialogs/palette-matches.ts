import { COMMAND_LIST, type Command } from '../commands/registry'

const MARKS = /\p{M}/gu
const fold = (text: string): string => text.normalize('NFD').replace(MARKS, '').toLowerCase()

/** Every word of the query begins a word of the text; case and diacritics do not count. */
export function matchesWords(text: string, query: string): boolean {
  const words = fold(text).split(/[\s:…]+/u)
  return fold(query)
    .split(/\s+/u)
    .filter(Boolean)
    .every((start) => words.some((word) => word.startsWith(start)))
}

/**
 * The commands that can be run now and match, those first whose title begins with the query; without a query all of
 * them, in the order of the registry.
 */
export function matchingCommands(query: string): Command[] {
  const begins = (command: Command) => fold(command.title).startsWith(fold(query.trim()))
  return COMMAND_LIST.filter(
    (command) =>
      command.id !== 'palette.open' && command.enabled() && matchesWords(`${command.title} ${command.section}`, query),
  ).sort((a, b) => Number(begins(b)) - Number(begins(a)))
}
