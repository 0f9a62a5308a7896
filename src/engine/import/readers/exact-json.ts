/** What a number is in the file: `context.source` is ECMAScript’s “JSON.parse source text access”. */
type Reviver = (key: string, value: unknown, context: { readonly source?: string }) => unknown

/** Sixteen digits in a row, or a power of ten: only then can a number be another one than what is written. */
const MAY_LOSE = /\d{16}|\d[eE]\+?\d{2}/

/** Whether a number stands for another one than what is written, such as an id of 19 digits. */
export const losesDigits = (value: number): boolean =>
  !Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value))

const asWritten: Reviver = (_key, value, { source }) =>
  typeof value === 'number' && losesDigits(value) && source !== undefined ? source : value

/** JSON whose numbers keep all their digits: those that JavaScript has no number for are texts, as they are written. */
export function parseExactJson(json: string): unknown {
  return MAY_LOSE.test(json)
    ? JSON.parse(json, asWritten as (key: string, value: unknown) => unknown)
    : JSON.parse(json)
}
