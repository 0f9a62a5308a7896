import { type OffsetUnit, walkUnits } from '../../../shared/domain/text/offset-units'
import type { SpacedToken } from './spaced-tokens'

/** Bytes that are put four at a time: what is put behind them lies over those that are too many. */
interface Constant {
  readonly words: Uint32Array
  readonly length: number
}

function constant(text: string): Constant {
  const words = new Uint32Array(Math.ceil(text.length / 4))
  const bytes = Buffer.from(text.padEnd(4 * words.length), 'latin1')
  return { words: words.map((_, n) => bytes.readUInt32BE(4 * n)), length: text.length }
}

const FIRST = constant('{"text":"')
const NEXT = constant(',{"text":"')
const START = constant('","start":')
const END = constant(',"end":')
const ID = constant(',"id":')
const SPACE = constant(',"ws":true}')
const NO_SPACE = constant(',"ws":false}')
const [OPEN, CLOSE, QUOTE, BACKSLASH] = ['[', ']', '"', '\\'].map((sign) => sign.charCodeAt(0))
/** The numbers below ten thousand in four digits. */
const DIGITS = Uint32Array.from({ length: 10_000 }, (_, n) => constant(String(n).padStart(4, '0')).words[0]!)
/** A token has no more than these constants and three numbers, and what they lie over… */
const MOST_BYTES_OF_TOKEN = 96
/** …and each of its code units at most an escape of JSON. */
const MOST_BYTES_OF_UNIT = 6

/**
 * Tokens as JSON in UTF-8. By hand, byte by byte: there are hundreds of them in an article, they are nine tenths of its line, and
 * a string would have to be made, joined and encoded. They are those of the next article when it is asked for.
 */
export function tokenEncoder(): (text: string, tokens: readonly SpacedToken[], unit: OffsetUnit) => Uint8Array {
  let bytes = Buffer.allocUnsafeSlow(64 * 1024)
  return (text, tokens, unit) => {
    const most = (tokens.length + 1) * MOST_BYTES_OF_TOKEN + text.length * MOST_BYTES_OF_UNIT
    if (bytes.length < most) bytes = Buffer.allocUnsafeSlow(most)
    return bytes.subarray(0, putTokens(bytes, text, tokens, unit))
  }
}

// each puts something at a place, and returns the place behind it

function putTokens(bytes: Buffer, text: string, tokens: readonly SpacedToken[], unit: OffsetUnit): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const unitsBefore = walkUnits(text, unit)
  let at = 0
  bytes[at++] = OPEN!
  for (let id = 0; id < tokens.length; id++) {
    const { start, end, ws } = tokens[id]!
    at = put(view, at, id === 0 ? FIRST : NEXT)
    at = putWords(bytes, at, text, start, end)
    at = put(view, at, START)
    at = putNumber(view, at, unitsBefore(start))
    at = put(view, at, END)
    at = putNumber(view, at, unitsBefore(end))
    at = put(view, at, ID)
    at = putNumber(view, at, id)
    at = put(view, at, ws ? SPACE : NO_SPACE)
  }
  bytes[at++] = CLOSE!
  return at
}

function put(view: DataView, at: number, { words, length }: Constant): number {
  for (let n = 0; n < words.length; n++) view.setUint32(at + 4 * n, words[n]!)
  return at + length
}

function putNumber(view: DataView, at: number, value: number): number {
  if (value < 10_000) {
    const digits = value < 10 ? 1 : value < 100 ? 2 : value < 1000 ? 3 : 4
    view.setUint32(at, DIGITS[value]! << (8 * (4 - digits)))
    return at + digits
  }
  const high = Math.floor(value / 10_000)
  const next = putNumber(view, at, high)
  view.setUint32(next, DIGITS[value - high * 10_000]!)
  return next + 4
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
