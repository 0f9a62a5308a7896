/** An underscore, x, a code point in capital hex digits, an underscore: `_x20_` is a space, and `_x_` nothing at all. */
const ESCAPE = /_x([0-9A-F]*)_/g
/** What could be taken for the beginning of one, with what is written behind it. */
const LOOKS_ESCAPED = /_(?=x)/g

const escapeOf = (character: string): string => `_x${character.codePointAt(0)!.toString(16).toUpperCase()}_`

/**
 * Writes out the characters that a format’s names, or cells, cannot hold; `plain` matches one that they can. What comes
 * out is the same text for the same name, and {@link unescapeName} gives the name back.
 */
export function escapeName(name: string, plain: RegExp): string {
  if (name === '') return '_x_'
  if (wholly(plain).test(name) && !name.includes('_x')) return name
  const safe = name.replace(LOOKS_ESCAPED, '_x5F_')
  return Array.from(safe, (character) => (plain.test(character) ? character : escapeOf(character))).join('')
}

/** Most names are plain: they are looked at once. */
function wholly(plain: RegExp): RegExp {
  const known = WHOLLY.get(plain)
  if (known !== undefined) return known
  const whole = new RegExp(`^(?:${plain.source})+$`, plain.flags)
  WHOLLY.set(plain, whole)
  return whole
}
const WHOLLY = new WeakMap<RegExp, RegExp>()

/** The name that was escaped; any other as it stands. */
export const unescapeName = (escaped: string): string =>
  escaped.includes('_x')
    ? escaped.replace(ESCAPE, (whole, hex: string) => {
        if (hex === '') return ''
        const code = Number.parseInt(hex, 16)
        return code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : whole
      })
    : escaped
