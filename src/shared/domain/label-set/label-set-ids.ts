/** Names that people would take for the same: capitals, spaces, dashes and underscores make no difference. */
export const nameKey = (name: string): string =>
  name
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/gu, '-')

/** An id like `wanted` that none of the items has, nor every object by itself: values are kept in objects by such ids. */
export function freeId(items: readonly { readonly id: string }[], wanted: string): string {
  const base = (nameKey(wanted) || 'new').slice(0, 60)
  const isTaken = (id: string) => id in Object.prototype || items.some((item) => item.id === id)
  if (!isTaken(wanted) && wanted.length <= 80 && wanted !== '') return wanted
  for (let n = 2; ; n++) if (!isTaken(`${base}-${n}`)) return `${base}-${n}`
}

/** A name like `wanted` that none of the items has: with the name of where it comes from, or a number. */
export function freeName(items: readonly { readonly name: string }[], wanted: string, origin = ''): string {
  const isTaken = (name: string) => items.some((item) => nameKey(item.name) === nameKey(name))
  if (!isTaken(wanted)) return wanted
  const withOrigin = `${wanted}_${origin}`.slice(0, 80)
  if (origin !== '' && !isTaken(withOrigin)) return withOrigin
  for (let n = 2; ; n++) {
    const name = `${wanted.slice(0, 70)}_${n}`
    if (!isTaken(name)) return name
  }
}
