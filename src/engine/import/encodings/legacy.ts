import { analyse } from 'chardet'
import iconv from 'iconv-lite'
import { plausibility } from './score'

/** Always tried, the commoner first: where two explain a text alike, the earlier one is named. */
const USUAL = [
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'iso-8859-2',
  'iso-8859-16',
  'iso-8859-15',
  'windows-1254',
  'windows-1257',
  'windows-1253',
  'koi8-r',
  'cp866',
  'cp852',
  'macintosh',
]

/** Below this no candidate's text reads like any language. */
const LEAST_PLAUSIBLE = 0.6
/**
 * What a statistical detector's full confidence adds, to tell alphabets apart; among the encodings of the Latin
 * alphabet the letters alone decide, which it judges less well.
 */
const DETECTOR_WEIGHT = 0.15
const LATIN = /^(iso-8859-(1|2|3|4|9|10|13|14|15|16)|windows-125[02478])$/
const SAMPLE_BYTES = 64 * 1024

const NOT_TEXT = /[\ufffd\x80-\x9f\ue000-\uf8ff]/u

/** A text with the name of its encoding, and {@link plausibility} of a sample of it. */
export interface LegacyText {
  readonly text: string
  readonly encoding: string
  readonly plausibility: number
}

/** Text in an encoding that is neither UTF-8 nor UTF-16, or null if none of those known gives plausible text. */
export function decodeLegacy(bytes: Uint8Array): LegacyText | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const sample = sampleOf(buffer)
  const confidence = new Map<string, number>()
  for (const match of analyse(sample)) {
    const name = match.name.toLowerCase()
    if (!/^(utf|ascii|iso-2022)/.test(name) && iconv.encodingExists(name)) confidence.set(name, match.confidence / 100)
  }
  const candidates = [...new Set([...USUAL, ...confidence.keys()])].flatMap((encoding, order) => {
    const text = iconv.decode(sample, encoding, { stripBOM: false })
    if (NOT_TEXT.test(text)) return []
    const detected = LATIN.test(encoding) ? 0 : (confidence.get(encoding) ?? 0)
    const plausible = plausibility(text)
    return [{ encoding, order, plausible, score: plausible + DETECTOR_WEIGHT * detected }]
  })
  candidates.sort((a, b) => b.score - a.score || a.order - b.order)
  for (const { encoding, score, plausible } of candidates) {
    if (score < LEAST_PLAUSIBLE) break
    const text = iconv.decode(buffer, encoding, { stripBOM: false })
    if (!NOT_TEXT.test(text)) return { text, encoding, plausibility: plausible }
  }
  return null
}

/** Enough of a long file to judge by: its start, and the surroundings of its first bytes beyond ASCII. */
function sampleOf(buffer: Buffer): Buffer {
  if (buffer.length <= 2 * SAMPLE_BYTES) return buffer
  const first = buffer.findIndex((byte) => byte >= 0x80)
  const newline = buffer.lastIndexOf(0x0a, first)
  const start = newline >= 0 ? newline : first
  const end = buffer.indexOf(0x0a, Math.min(start + SAMPLE_BYTES, buffer.length))
  return buffer.subarray(start, end < 0 || end > start + 2 * SAMPLE_BYTES ? start + SAMPLE_BYTES : end)
}
