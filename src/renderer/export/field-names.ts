/** What files say of their articles, wherever they come from. */
const SAID = ['url', 'tags']

/** All fields of articles that an export may be asked for, and those that were chosen once and are gone, each once. */
export function fieldNames(
  fields: readonly { readonly name: string }[],
  extras: readonly { readonly key: string }[],
  chosen: readonly string[],
): string[] {
  return [...new Set([...fields.map(({ name }) => name), ...SAID, ...extras.map(({ key }) => key), ...chosen])]
}
