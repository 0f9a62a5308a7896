/** A word, or a sign, of a text: UTF-16 code units, half open. White space is in no token. */
export interface Token {
  readonly start: number
  readonly end: number
}
