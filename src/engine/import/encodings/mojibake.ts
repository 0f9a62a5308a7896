import { isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'

/** Text that was UTF-8, and was decoded as something else on its way here. */
export interface Mojibake {
  readonly encoding: string
  /** As it reads, and as it was meant: “È™”, “ș”. */
  readonly reads: string
  readonly meant: string
}

// UTF-16 code units
const SAMPLE = 20_000
const TWO_STRANGERS = /[\u00c2-\u00f4\u0102-\u017f][^\0-\x7f]/
/** Of the letters and signs beyond ASCII, the share that must be so; two of them at least, or all there are. */
const LEAST_SHARE = 0.6

const ENCODINGS = ['windows-1252', 'windows-1250'].map((encoding) => ({ encoding, byteOf: bytesByCharacter(encoding) }))

function bytesByCharacter(encoding: string): ReadonlyMap<string, number> {
  const known = new Map<string, number>()
  for (let byte = 0x80; byte <= 0xff; byte++) {
    const character = iconv.decode(Buffer.of(byte), encoding)
    if (character !== '\ufffd') known.set(character, byte)
    // ISO 8859 has control characters there, and what stands for nothing is passed on as one
    if (byte < 0xa0) known.set(String.fromCharCode(byte), byte)
  }
  return known
}

/** Whether a text reads like UTF-8 decoded as an encoding of Windows, and an example of it; null if it does not. */
export function findMojibake(text: string): Mojibake | null {
  const sample = text.slice(0, SAMPLE)
  if (!TWO_STRANGERS.test(sample)) return null
  const runs = sample.match(/[^\0-\x7f]+/g) ?? []
  for (const { encoding, byteOf } of ENCODINGS) {
    const meant = runs.flatMap((run) => {
      const bytes = run.length > 1 ? encoded(run, byteOf) : null
      return bytes !== null && isUtf8(bytes) ? [{ reads: run, meant: bytes.toString('utf8') }] : []
    })
    const share = meant.length / runs.length
    if (share === 1 || (meant.length > 1 && share >= LEAST_SHARE)) return { encoding, ...meant[0]! }
  }
  return null
}

function encoded(run: string, byteOf: ReadonlyMap<string, number>): Buffer | null {
  const bytes: number[] = []
  for (const character of run) {
    const byte = byteOf.get(character)
    if (byte === undefined) return null
    bytes.push(byte)
  }
  return Buffer.from(bytes)
}
