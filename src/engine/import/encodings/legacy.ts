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
  'macromania',
  'maccenteuro',
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

/** A sample of a text as an encoding reads it, and how plausible that is. */
export interface LegacyCandidate {
  readonly encoding: string
  readonly sample: string
  readonly plausibility: number
  readonly score: number
}

/** A text with the name of its encoding, how sure that is from 0 to 1, and {@link plausibility} of a sample of it. */
export interface LegacyText {
  readonly text: string
  readonly encoding: string
  readonly confidence: number
  readonly plausibility: number
}

/** Text in an encoding that is neither UTF-8 nor UTF-16, or null if none of those known gives plausible text. */
export function decodeLegacy(bytes: Uint8Array): LegacyText | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const candidates = legacyCandidates(bytes)
  for (const candidate of candidates) {
    if (candidate.score < LEAST_PLAUSIBLE) break
    const text = iconv.decode(buffer, candidate.encoding, { stripBOM: false })
    if (NOT_TEXT.test(text)) continue
    return {
      text,
      encoding: candidate.encoding,
      confidence: confidenceIn(candidate, candidates),
      plausibility: candidate.plausibility,
    }
  }
  return null
}

/** The encodings that a text may be in, the likeliest first. */
export function legacyCandidates(bytes: Uint8Array): LegacyCandidate[] {
  const sample = sampleOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  const detected = new Map<string, number>()
  for (const match of analyse(sample)) {
    const name = match.name.toLowerCase()
    if (!/^(utf|ascii|iso-2022)/.test(name) && iconv.encodingExists(name)) detected.set(name, match.confidence / 100)
  }
  const candidates = [...new Set([...USUAL, ...detected.keys()])].flatMap((encoding, order) => {
    const text = iconv.decode(sample, encoding, { stripBOM: false })
    if (NOT_TEXT.test(text)) return []
    const plausible = plausibility(text)
    const score = plausible + DETECTOR_WEIGHT * (LATIN.test(encoding) ? 0 : (detected.get(encoding) ?? 0))
    return [{ encoding, order, sample: text, plausibility: plausible, score }]
  })
  return candidates.sort((a, b) => b.score - a.score || a.order - b.order)
}

/** How far ahead of the next one that reads otherwise an encoding is as good as certain. */
const CERTAIN_LEAD = 0.2
/** Romanian in two encodings may differ in nothing but cedillas and commas, and no word tells which were meant. */
const CEDILLA_OR_COMMA = 0.8

/** So few characters of East Asia are as likely something else: any two bytes are one of them. */
const TOO_FEW_TO_TELL = 8
const GUESS = 0.5
const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu

const withoutCedillas = (text: string) => text.replace(/[şŞţŢ]/g, (letter) => 'șȘțȚ'['şŞţŢ'.indexOf(letter)]!)

/** How sure an encoding is: by how well its text reads, and how far behind the next is that gives another text. */
export function confidenceIn(candidate: LegacyCandidate, candidates: readonly LegacyCandidate[]): number {
  const folded = withoutCedillas(candidate.sample)
  const others = candidates.filter(({ sample }) => sample !== candidate.sample)
  const next = others.find(({ sample }) => withoutCedillas(sample) !== folded)
  const isAlike = others.some(({ sample, score }) => score >= candidate.score && withoutCedillas(sample) === folded)
  const lead = next === undefined ? CERTAIN_LEAD : Math.max(0, candidate.score - next.score)
  const readsWell = Math.min(1, candidate.plausibility) * (0.5 + 0.5 * Math.min(1, lead / CERTAIN_LEAD))
  const eastAsian = candidate.sample.match(EAST_ASIAN)?.length ?? TOO_FEW_TO_TELL
  const most = eastAsian < TOO_FEW_TO_TELL ? GUESS : isAlike ? CEDILLA_OR_COMMA : 1
  return Math.round(Math.min(readsWell, most) * 100) / 100
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
