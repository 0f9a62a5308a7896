import { nameKey } from '../../shared/domain/label-set/label-set-ids'

/** The name that exports write for something new: its title in one word, in capitals for labels. */
export function exportName(title: string, { capitals = false } = {}): string {
  const joined = title.trim().replace(/\s+/gu, '_').slice(0, 80)
  return capitals ? joined.toUpperCase() : joined.toLowerCase()
}

/** Why something cannot have this name, or null if it can. */
export function nameProblem(name: string, others: readonly { readonly name: string }[], what: string): string | null {
  if (name.trim() === '') return `A ${what} needs a name.`
  if (name.length > 80) return 'A name has at most 80 characters.'
  return others.some((other) => nameKey(other.name) === nameKey(name)) ? `There is a ${what} with this name.` : null
}

interface Named {
  readonly name: string
  readonly title: string
}

/** Why labels cannot be made with these titles beside the others, one answer each, or null if they can. */
export function newLabelProblems(titles: readonly string[], others: readonly Named[]): (string | null)[] {
  const nameOf = (title: string) => ({ name: exportName(title, { capitals: true }) })
  const taken = others.flatMap(({ name, title }) => [{ name }, nameOf(title)])
  return titles.map((title, at) =>
    nameProblem(nameOf(title).name, [...taken, ...titles.slice(0, at).map(nameOf)], 'label'),
  )
}

/** Why something cannot have this title, or null if it can. */
export const titleProblem = (title: string): string | null =>
  title.length > 80 ? 'A title has at most 80 characters.' : null

/** Why something cannot be described so, or null if it can. */
export const descriptionProblem = (text: string): string | null =>
  text.length > 4000 ? 'A description has at most 4,000 characters.' : null

/** All but the one with an id. */
export const othersThan = <T extends { readonly id: string }>(items: readonly T[], id: string): T[] =>
  items.filter((item) => item.id !== id)
