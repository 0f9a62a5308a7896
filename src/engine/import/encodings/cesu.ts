import { isUtf8 } from 'node:buffer'

/** Bytes of a surrogate, U+D800 to U+DFFF, written as if it were a character. */
const SURROGATE_LEAD = 0xed

const isHigh = (bytes: Uint8Array, at: number): boolean =>
  bytes[at] === SURROGATE_LEAD && (bytes[at + 1]! & 0xf0) === 0xa0 && (bytes[at + 2]! & 0xc0) === 0x80

const isLow = (bytes: Uint8Array, at: number): boolean =>
  bytes[at] === SURROGATE_LEAD && (bytes[at + 1]! & 0xf0) === 0xb0 && (bytes[at + 2]! & 0xc0) === 0x80

const surrogate = (bytes: Uint8Array, at: number): number =>
  0xd000 | ((bytes[at + 1]! & 0x3f) << 6) | (bytes[at + 2]! & 0x3f)

/**
 * The text of bytes in CESU-8, which old databases and Java write: UTF-8 but for the characters beyond U+FFFF, each of which
 * is the six bytes of its two halves. Null if they are not that.
 */
export function decodeCesu8(bytes: Uint8Array): string | null {
  const out = Buffer.alloc(bytes.length)
  let length = 0
  let pairs = 0
  for (let at = 0; at < bytes.length; ) {
    if (isHigh(bytes, at) && isLow(bytes, at + 3)) {
      length += out.write(String.fromCharCode(surrogate(bytes, at), surrogate(bytes, at + 3)), length, 'utf8')
      at += 6
      pairs++
    } else out[length++] = bytes[at++]!
  }
  const utf8 = out.subarray(0, length)
  return pairs > 0 && isUtf8(utf8) ? utf8.toString('utf8') : null
}
