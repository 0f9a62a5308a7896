import { ImportFailure } from '../failure'

export type Utf32 = 'utf-32le' | 'utf-32be'

/** The byte order mark of UTF-32 that a file begins with. Little-endian, it begins with that of UTF-16. */
export function markOfUtf32([a, b, c, d]: Uint8Array): Utf32 | null {
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return 'utf-32le'
  return a === 0 && b === 0 && c === 0xfe && d === 0xff ? 'utf-32be' : null
}

const PIECE = 8192
const MARK_BYTES = 4

/** What follows the mark. Throws {@link ImportFailure}: undecodable. */
export function decodeUtf32(bytes: Uint8Array, encoding: Utf32): string {
  if (bytes.length % 4 !== 0) {
    throw new ImportFailure('undecodable', 'The file is UTF-32, but its last character is cut off.')
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const pieces: string[] = []
  let piece: number[] = []
  for (let at = MARK_BYTES; at < bytes.length; at += 4) {
    const codePoint = view.getUint32(at, encoding === 'utf-32le')
    if (codePoint > 0x10ffff || (codePoint >= 0xd800 && codePoint <= 0xdfff)) {
      throw new ImportFailure(
        'undecodable',
        `The file is UTF-32, but damaged: at byte ${at} (counted from 0) stands no character.`,
      )
    }
    piece.push(codePoint)
    if (piece.length < PIECE) continue
    pieces.push(String.fromCodePoint(...piece))
    piece = []
  }
  return pieces.join('') + String.fromCodePoint(...piece)
}
