import { indexUnits, type OffsetUnit } from '../../../shared/domain/text/offset-units'
import type { SpacedToken } from './spaced-tokens'

const constant = (text: string): Uint8Array => Buffer.from(text, 'latin1')

const TEXT = constant('{"text":"')
const START = constant('","start":')
const END = constant(',"end":')
const ID = constant(',"id":')
const SPACE = constant(',"ws":true}')
const NO_SPACE = constant(',"ws":false}')
const [OPEN, CLOSE, COMMA, QUOTE, BACKSLASH, ZERO] = ['[', ']', ',', '"', '\\', '0'].map((sign) => sign.charCodeAt(0))
/** A token has no more than these constants and three numbers… */
const MOST_BYTES_OF_TOKEN = 96
/** …and each of its code units at most an escape of JSON. */
const MOST_BYTES_OF_UNIT = 6

/**
 * Tokens as JSON in UTF-8. By hand, byte by byte: there are hundreds of them in an article, they are nine tenths of its line, and
 * a string would have to be made, joined and encoded.
 */
export function tokenEncoder(): (text: string, tokens: readonly SpacedToken[], unit: OffsetUnit) => Uint8Array {
  let bytes = Buffer.allocUnsafe(64 * 1024)
  return (text, tokens, unit) => {
    const most = tokens.length * MOST_BYTES_OF_TOKEN + text.length * MOST_BYTES_OF_UNIT + 2
    if (bytes.length < most) bytes = Buffer.allocUnsafe(most)
    return new Uint8Array(bytes.subarray(0, putTokens(bytes, text, tokens, unit)))
  }
}

// each puts something at a place, and returns the place behind it

function putTokens(bytes: Buffer, text: string, tokens: readonly SpacedToken[], unit: OffsetUnit): number {
  const index = indexUnits(text, unit)
  const isSame = index.length === text.length
  let at = 0
  bytes[at++] = OPEN!
  for (let id = 0; id < tokens.length; id++) {
    const { start, end, ws } = tokens[id]!
    if (id > 0) bytes[at++] = COMMA!
    at = put(bytes, at, TEXT)
    at = putWords(bytes, at, text, start, end)
    at = put(bytes, at, START)
    at = putNumber(bytes, at, isSame ? start : index.fromUtf16(start))
    at = put(bytes, at, END)
    at = putNumber(bytes, at, isSame ? end : index.fromUtf16(end))
    at = put(bytes, at, ID)
    at = putNumber(bytes, at, id)
    at = put(bytes, at, ws ? SPACE : NO_SPACE)
  }
  bytes[at++] = CLOSE!
  return at
}

function put(bytes: Buffer, at: number, constant: Uint8Array): number {
  for (let n = 0; n < constant.length; n++) bytes[at + n] = constant[n]!
  return at + constant.length
}

function putNumber(bytes: Buffer, at: number, value: number): number {
  let digits = 1
  for (let least = 10; value >= least; least *= 10) digits++
  let rest = value
  for (let place = at + digits - 1; place >= at; place--) {
    const tens = (rest / 10) | 0
    bytes[place] = ZERO! + rest - tens * 10
    rest = tens
  }
  return at + digits
}

function putWords(bytes: Buffer, place: number, text: string, start: number, end: number): number {
  let at = place
  for (let n = start; n < end; n++) {
    const unit = text.charCodeAt(n)
    if (unit < 0x80) {
      if (unit < 0x20 || unit === QUOTE || unit === BACKSLASH) return putEscaped(bytes, place, text, start, end)
      bytes[at++] = unit
    } else if (unit < 0x800) {
      bytes[at++] = 0xc0 | (unit >> 6)
      bytes[at++] = 0x80 | (unit & 0x3f)
    } else if (unit >= 0xd800 && unit <= 0xdfff) return putEscaped(bytes, place, text, start, end)
    else {
      bytes[at++] = 0xe0 | (unit >> 12)
      bytes[at++] = 0x80 | ((unit >> 6) & 0x3f)
      bytes[at++] = 0x80 | (unit & 0x3f)
    }
  }
  return at
}

const putEscaped = (bytes: Buffer, at: number, text: string, start: number, end: number): number =>
  at + bytes.write(JSON.stringify(text.slice(start, end)).slice(1, -1), at, 'utf8')
