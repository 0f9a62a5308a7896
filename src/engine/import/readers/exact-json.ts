/** What a number is in the file: `context.source` is ECMAScript’s “JSON.parse source text access”. */
type Reviver = (key: string, value: unknown, context: { readonly source?: string }) => unknown

/** Sixteen digits in a row, or a power of ten: only then can a number be another one than what is written. */
const MAY_LOSE = /\d{16}|\d[eE]\+?\d{2}/

/** Whether a number stands for another one than what is written, such as an id of 19 digits. */
export const losesDigits = (value: number): boolean =>
  !Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value))

/** No id, but a large number as JavaScript writes it, which loses nothing: 1e+21. */
const isPlainPower = (value: number, source: string): boolean => source.includes('e') && source === String(value)

const asWritten: Reviver = (_key, value, { source }) =>
  typeof value === 'number' && losesDigits(value) && source !== undefined && !isPlainPower(value, source)
    ? source
    : value

/** Strings, which are left alone, and what Python’s writer makes of floats that JSON has no numbers for. */
const NO_NUMBERS = /"(?:[^"\\]|\\.)*"|-?\bInfinity\b|\bNaN\b/g

/** JSON whose numbers keep all their digits: those that JavaScript has no number for are texts, as they are written; so are `NaN` and `Infinity`. */
export function parseExactJson(json: string): unknown {
  try {
    return parseStrictly(json)
  } catch (error) {
    if (!(error instanceof SyntaxError) || !/NaN|Infinity/.test(json)) throw error
    const quoted = json.replace(NO_NUMBERS, (one) => (one.startsWith('"') ? one : `"${one}"`))
    if (quoted === json) throw error
    return parseStrictly(quoted)
  }
}

function parseStrictly(json: string): unknown {
  return MAY_LOSE.test(json)
    ? JSON.parse(json, asWritten as (key: string, value: unknown) => unknown)
    : JSON.parse(json)
}
