import { isUtf8 } from 'node:buffer'
import type { ArticleDetail } from '../../shared/domain/corpus/articles'
import { firstControl, hasControl, withoutDosEnd } from './controls'
import { decodeCesu8 } from './encodings/cesu'
import { decodeAs, decodesAs } from './encodings/chosen'
import { decodeLegacy } from './encodings/legacy'
import { webEncodingName } from './encodings/names'
import { encodingWarnings } from './encodings/warnings'
import { decodeUtf32, markOfUtf32 } from './encodings/wide'
import { ImportFailure } from './failure'
import { kindByBeginning } from './file-kinds'
import { isDamagedUtf8, isNearUtf8, readsAsDamagedUtf8, surveyUtf8 } from './utf8'
import type { Warning } from './warning'

export interface DecodedText {
  /** As in the file, but for line endings, which are all `\n`; a byte order mark is not part of it. */
  readonly text: string
  /** `utf-8`, `utf-16le`, `windows-1250`…: as the WHATWG and IANA name it. */
  readonly encoding: string
  readonly bom: boolean
  readonly lineEnding: ArticleDetail['lineEnding']
  /** How sure the encoding is, from 0 to 1. */
  readonly confidence: number
  readonly warnings: readonly Warning[]
}

export interface HowToDecode {
  /** An encoding's name for what has no byte order mark; `auto`: detected. */
  readonly chosen?: string
  /** The encoding that the file itself names. */
  readonly declared?: string | null
}

/** A file's bytes as text. Throws {@link ImportFailure}: empty, binary or undecodable. */
export function decodeText(bytes: Uint8Array, how: HowToDecode = {}): DecodedText {
  const decoded = decodeWithLineEndings(bytes, how)
  return { ...decoded, ...unifyLineEndings(decoded.text) }
}

/** The same with the line endings of the file, for offsets that count them. */
export function decodeWithLineEndings(bytes: Uint8Array, how: HowToDecode = {}): Omit<DecodedText, 'lineEnding'> {
  if (bytes.length === 0) throw new ImportFailure('empty', 'The file is empty (0 bytes).')
  const kind = kindByBeginning(bytes)
  if (kind !== null) throw new ImportFailure('binary', `The file is not text: it is ${kind}.`)
  const { text, encoding, bom, confidence = 1 } = decodeBytes(bytes, how)
  if (hasControl(withoutDosEnd(text))) throw notText(text)
  if (withoutDosEnd(text).trim() === '') throw new ImportFailure('empty', 'The file holds nothing but white space.')
  return { text, encoding, bom, confidence, warnings: encodingWarnings(text, encoding, confidence) }
}

interface Raw {
  readonly text: string
  readonly encoding: string
  readonly bom: boolean
  /** 1 where it is left out. */
  readonly confidence?: number
}

/** Told of its text, or of its bytes as Latin-1. */
function notText(text: string): ImportFailure {
  const control = firstControl(text)
  const message =
    control === null
      ? 'The file is not text: it holds bytes that no text has.'
      : `The file is not text as it stands: line ${control.line} holds ${control.name}, which no text has. ` +
        'If all else is text, take it out and import the file again.'
  return new ImportFailure('binary', message)
}
const notTextBytes = (bytes: Uint8Array) => notText(toBuffer(bytes).toString('latin1'))

function decodeBytes(bytes: Uint8Array, { chosen = 'auto', declared = null }: HowToDecode): Raw {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return strictUtf8(bytes.subarray(3))
  const utf32 = markOfUtf32(bytes)
  if (utf32 !== null) return { text: decodeUtf32(bytes, utf32), encoding: utf32, bom: true }
  if (first === 0xff && second === 0xfe) return strictUtf16(bytes.subarray(2), 'utf-16le')
  if (first === 0xfe && second === 0xff) return strictUtf16(bytes.subarray(2), 'utf-16be')
  if (chosen !== 'auto') return { ...decodeAs(bytes, chosen), bom: false }
  if (bytes.includes(0)) return utf16WithoutMark(bytes)
  if (isUtf8(bytes)) return { text: toBuffer(bytes).toString('utf8'), encoding: 'utf-8', bom: false }
  const named = declared === null ? null : webEncodingName(declared)
  if (named !== null && decodesAs(bytes, named)) return { ...decodeAs(bytes, named), bom: false, confidence: DECLARED }
  const survey = surveyUtf8(bytes)
  const cesu8 = decodeCesu8(bytes)
  if (cesu8 !== null) return { text: cesu8, encoding: 'cesu-8', bom: false }
  if (isDamagedUtf8(survey)) throw damagedUtf8(survey.firstBad)
  const legacy = decodeLegacy(bytes)
  if (readsAsDamagedUtf8(bytes, survey, legacy?.plausibility ?? 0)) throw damagedUtf8(survey.firstBad)
  if (legacy) {
    const { text, encoding, confidence } = legacy
    return { text, encoding, bom: false, confidence: isNearUtf8(survey) ? Math.min(confidence, NEAR_UTF8) : confidence }
  }
  if (hasControl(toBuffer(bytes).toString('latin1'))) throw notTextBytes(bytes)
  throw new ImportFailure('undecodable', 'No known encoding gives readable text. Save the file as UTF-8.')
}

/** Files say what encoding they are in, and are not always right. */
const DECLARED = 0.9
/** What else the bytes read as, some of them may be UTF-8 that was damaged. */
const NEAR_UTF8 = 0.5

const toBuffer = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

const damagedUtf8 = (byteOffset: number) =>
  new ImportFailure(
    'undecodable',
    `The file is UTF-8, but damaged: at byte ${byteOffset} (counted from 0) stands no character. ` +
      `Repair it, or save it as UTF-8 again.`,
  )

function strictUtf8(bytes: Uint8Array): Raw {
  if (!isUtf8(bytes)) throw damagedUtf8(surveyUtf8(bytes).firstBad + 3)
  return { text: toBuffer(bytes).toString('utf8'), encoding: 'utf-8', bom: true }
}

function strictUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): Raw {
  if (bytes.length % 2 !== 0) {
    throw new ImportFailure('undecodable', 'The file is UTF-16, but its last character is cut in half.')
  }
  const text = utf16(bytes, encoding)
  const lone = firstLoneSurrogate(text)
  if (lone < 0) return { text, encoding, bom: true }
  throw new ImportFailure(
    'undecodable',
    `The file is UTF-16, but damaged: at byte ${lone * 2 + 2} (counted from 0) stands half a character.`,
  )
}

function utf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): string {
  if (encoding === 'utf-16le') return toBuffer(bytes).toString('utf16le')
  return Buffer.from(bytes).swap16().toString('utf16le')
}

const firstLoneSurrogate = (text: string): number =>
  text.search(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/)

/** European text is mostly ASCII letters and such, whose high bytes are zero. */
const ZEROS_OF_LATIN = 0.5
/** In other alphabets the spaces, digits and line feeds have zeros, and the letters one high byte: 4 in Cyrillic. */
const ZEROS_OF_OTHERS = 0.05
const ONE_BLOCK = 0.8
// a zero for a low byte is rare: U+0400, U+2000, half of an emoji
const ZERO_RATIO = 16

/** Zero bytes stand nearly all at odd or at even places, and where high bytes of letters would be, or it is no text. */
function utf16WithoutMark(bytes: Uint8Array): Raw {
  if (bytes.length % 2 !== 0) throw notTextBytes(bytes)
  const counts = [new Uint32Array(256), new Uint32Array(256)] as const
  for (let at = 0; at < bytes.length; at += 2) {
    counts[0][bytes[at]!]!++
    counts[1][bytes[at + 1]!]!++
  }
  const highAtOdd = counts[1][0]! > counts[0][0]!
  const [lows, highs] = highAtOdd ? counts : [counts[1], counts[0]]
  const characters = bytes.length / 2
  const zeros = highs[0]!
  const isOneBlock = Math.max(...highs.subarray(1)) >= ONE_BLOCK * (characters - zeros)
  const isEnough = zeros >= characters * ZEROS_OF_LATIN || (zeros >= characters * ZEROS_OF_OTHERS && isOneBlock)
  if (!isEnough || lows[0]! * ZERO_RATIO > zeros) throw notTextBytes(bytes)
  const encoding = highAtOdd ? 'utf-16le' : 'utf-16be'
  const text = utf16(bytes, encoding)
  // the code points that stand for nothing: what arbitrary bytes are full of
  if (firstLoneSurrogate(text) >= 0 || hasControl(text) || /[\p{Cn}\p{Co}]/u.test(text)) throw notTextBytes(bytes)
  return { text, encoding, bom: false }
}

/** Line endings as `\n`, and what they were. */
export function unifyLineEndings(raw: string): Pick<DecodedText, 'text' | 'lineEnding'> {
  const crlf = raw.includes('\r\n')
  const cr = /\r(?!\n)/.test(raw)
  const lf = /(?<!\r)\n/.test(raw)
  const kinds = Number(crlf) + Number(cr) + Number(lf)
  const text = crlf || cr ? raw.replace(/\r\n?/g, '\n') : raw
  if (kinds > 1) return { text, lineEnding: 'mixed' }
  return { text, lineEnding: crlf ? 'crlf' : cr ? 'cr' : lf ? 'lf' : 'none' }
}
