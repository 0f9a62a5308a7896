import { plausibility } from './encodings/score'

/** How the bytes of a file fare as UTF-8. */
export interface Utf8Survey {
  /** Well-formed sequences of two bytes or more. */
  readonly valid: number
  /** Places where the bytes are not UTF-8. */
  readonly bad: number
  /** Byte offset of the first of them, or -1. */
  readonly firstBad: number
}

/** Counts well-formed and broken sequences (Unicode 16, table 3-7). */
export function surveyUtf8(bytes: Uint8Array): Utf8Survey {
  let valid = 0
  let bad = 0
  let firstBad = -1
  for (let at = 0; at < bytes.length; ) {
    if (bytes[at]! < 0x80) {
      at++
      continue
    }
    const length = sequenceLength(bytes, at)
    if (length > 0) {
      valid++
      at += length
    } else {
      if (firstBad < 0) firstBad = at
      bad++
      at += 1
      while (at < bytes.length && bytes[at]! >= 0x80 && bytes[at]! <= 0xbf) at++
    }
  }
  return { valid, bad, firstBad }
}

/** Bytes in the well-formed sequence of several bytes at `at`, or 0. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!
  const second = bytes[at + 1] ?? 0
  const follows = (offset: number) => {
    const byte = bytes[at + offset] ?? 0
    return byte >= 0x80 && byte <= 0xbf
  }
  if (lead >= 0xc2 && lead <= 0xdf) return follows(1) ? 2 : 0
  if (lead >= 0xe0 && lead <= 0xef) {
    const overlong = lead === 0xe0 && second < 0xa0
    const surrogate = lead === 0xed && second > 0x9f
    return follows(1) && follows(2) && !overlong && !surrogate ? 3 : 0
  }
  if (lead >= 0xf0 && lead <= 0xf4) {
    const overlong = lead === 0xf0 && second < 0x90
    const tooHigh = lead === 0xf4 && second > 0x8f
    return follows(1) && follows(2) && follows(3) && !overlong && !tooHigh ? 4 : 0
  }
  return 0
}

/**
 * True if the file is UTF-8 that something damaged, rather than text in another encoding: bytes of other encodings
 * form a UTF-8 sequence by chance only.
 */
export const isDamagedUtf8 = ({ valid, bad }: Utf8Survey): boolean => valid >= 2 && valid >= 2 * bad

/** True if so many of its bytes are UTF-8 that another encoding is a guess. */
export const isNearUtf8 = ({ valid, bad }: Utf8Survey): boolean => valid >= 1 && 2 * valid >= bad

/** A few sequences may come about by chance; then they seldom are letters of one language where they stand. */
const LEAST_PLAUSIBLE = 0.9
const SAMPLE_BYTES = 64 * 1024

/**
 * The same where there is less to go by: as many well-formed sequences as broken ones, which read like a language, and
 * more so than the bytes in the best other encoding, whose plausibility is given.
 */
export function readsAsDamagedUtf8(bytes: Uint8Array, { valid, bad }: Utf8Survey, otherwise: number): boolean {
  if (valid === 0 || bad > valid) return false
  const first = bytes.findIndex((byte) => byte >= 0x80)
  const sample = bytes.subarray(Math.max(0, first - 1024), first + SAMPLE_BYTES)
  const text = Buffer.from(sample).toString('utf8').replaceAll('\ufffd', '')
  // in Cyrillic of old, and in double-byte encodings, bytes that would be one are common
  if (/\p{Script=Han}/u.test(text)) return false
  const plausible = plausibility(text)
  return plausible >= LEAST_PLAUSIBLE && plausible > otherwise
}
