/** A language as a file declares it (`ro`, `ro_RO`, `pt-br`) in its canonical form, or null if it is none. */
export function canonicalLanguage(declared: string): string | null {
  const tag = declared
    .trim()
    .replaceAll('_', '-')
    .replace(/\.utf-?8$/i, '')
  if (!/^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i.test(tag)) return null
  try {
    const [canonical] = Intl.getCanonicalLocales(tag)
    return canonical === undefined || /^(und|mul|zxx|mis)\b/.test(canonical) ? null : canonical
  } catch {
    return null
  }
}

/** Languages in which a table may name others: `Romanian`, `Rumänisch`; each also in itself: `română`. */
const NAMING = ['en', 'ro', 'de', 'fr', 'es', 'hu']
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
let tagsByName: ReadonlyMap<string, string> | null = null

const folded = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase()

function readNames(): ReadonlyMap<string, string> {
  const pairs = [...LETTERS].flatMap((first) => [...LETTERS].map((second) => `${first}${second}`))
  // some are old tags of others
  const tags = pairs.filter((pair) => canonicalLanguage(pair) === pair)
  const found = new Map<string, string>()
  const add = (inLanguage: string, some: readonly string[]) => {
    const names = new Intl.DisplayNames([inLanguage], { type: 'language', fallback: 'none' })
    for (const tag of some) {
      const name = names.of(tag)
      if (name !== undefined && !found.has(folded(name))) found.set(folded(name), tag)
    }
  }
  for (const naming of NAMING) add(naming, tags)
  for (const tag of Intl.DisplayNames.supportedLocalesOf(tags)) add(tag, [tag])
  return found
}

/** A language as a person writes it into a table: a tag, or its name. Null if it is none. */
export function languageOf(said: string): string | null {
  const tag = canonicalLanguage(said)
  if (tag !== null) return tag
  tagsByName ??= readNames()
  return tagsByName.get(folded(said)) ?? null
}
