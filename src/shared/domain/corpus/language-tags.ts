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
