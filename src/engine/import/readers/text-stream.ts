import { isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import { type DecodedText, decodeText } from '../decode'
import { encodingName } from '../encodings/names'
import { ImportFailure } from '../failure'
import { kindByBeginning } from '../file-kinds'
import { HEAD_BYTES, type Input, type ReadOptions, type Warning } from './reader'

/** A file's text, piece by piece. */
export interface TextStream {
  readonly encoding: string
  readonly bom: boolean
  /** How sure the encoding is, from 0 to 1. */
  readonly confidence: number
  /** What to know about the encoding. */
  readonly warnings: readonly Warning[]
  /** Why a piece that U+FFFD stands in cannot be read; null where the sign may be the file's own. */
  readonly damage: string | null
  pieces(): AsyncIterable<string>
}

const MARKS: readonly (readonly [encoding: string, mark: readonly number[]])[] = [
  // before that of UTF-16, which is its beginning
  ['utf-32le', [0xff, 0xfe, 0, 0]],
  ['utf-32be', [0, 0, 0xfe, 0xff]],
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/**
 * Opens a file of JSON. It is UTF-8 where it has no mark (https://www.rfc-editor.org/rfc/rfc8259#section-8.1): a bad byte spoils its
 * record, and does not make the file one in an old encoding. `leastSure`: how sure another one has to be all the same; left out:
 * nobody but a person can say so.
 */
export const openJsonText = (
  input: Input,
  options: Pick<ReadOptions, 'encoding'>,
  leastSure = Number.POSITIVE_INFINITY,
): Promise<TextStream> => openAs(input, options, isWide(input.head) ? 0 : leastSure)

/** What JSON begins with has a zero byte beside it in UTF-16. */
const isWide = ([first, second]: Uint8Array): boolean => first === 0 || second === 0

/** Opens a file of any size as text. Reads it through once before that, unless its encoding is given. */
export const openText = (input: Input, options: Pick<ReadOptions, 'encoding'>): Promise<TextStream> =>
  openAs(input, options, 0)

async function openAs(input: Input, options: Pick<ReadOptions, 'encoding'>, leastSure: number): Promise<TextStream> {
  if (input.head.length === 0) throw new ImportFailure('empty', 'The file is empty (0 bytes).')
  const kind = kindByBeginning(input.head)
  if (kind !== null) throw new ImportFailure('binary', `The file is not text: it is ${kind}.`)
  const marked = MARKS.find(([, mark]) => mark.every((byte, at) => input.head[at] === byte))
  const chosen = marked?.[0] ?? (options.encoding === 'auto' ? undefined : requireEncoding(options.encoding))
  const survey = chosen === undefined || chosen === 'utf-8' ? await survey8(input) : null
  const guess = chosen === undefined ? judge(survey?.sample ?? input.head) : null
  const judged = guess !== null && (survey?.isUtf8 || guess.confidence >= leastSure) ? guess : null
  const encoding = chosen ?? (survey?.isUtf8 ? 'utf-8' : (judged?.encoding ?? 'utf-8'))
  return {
    encoding,
    bom: marked !== undefined,
    confidence: judged?.confidence ?? 1,
    warnings: judged?.warnings ?? [],
    damage: damageIn(encoding, survey?.isUtf8 === true, guess !== null && judged === null),
    pieces: () => decoded(input, encoding),
  }
}

function damageIn(encoding: string, isValidUtf8: boolean, mayBeOld: boolean): string | null {
  // its own sign for what could not be read, from an earlier program
  if (isValidUtf8 || /^utf-(?:16|32)/.test(encoding)) return null
  if (mayBeOld) return 'It is not all UTF-8, as JSON has to be. Save the file as UTF-8 again, or choose its encoding.'
  if (encoding === 'utf-8') return 'It is UTF-8, but damaged. Repair it, or save it as UTF-8 again.'
  return `Some of its bytes are no characters in ${encoding}, as which the file was read. Choose another encoding.`
}

function requireEncoding(label: string): string {
  const name = encodingName(label)
  if (name === null) throw new ImportFailure('undecodable', `There is no encoding called “${label}”.`)
  return name
}

async function* decoded(input: Input, encoding: string): AsyncIterable<string> {
  const decoder = iconv.getDecoder(encoding, { stripBOM: true })
  for await (const piece of input.stream()) {
    const text = decoder.write(asBuffer(piece))
    if (text !== '') yield text
  }
  const rest = decoder.end()
  if (rest) yield rest
}

interface Survey {
  readonly isUtf8: boolean
  /** Where it was found not to be: enough of it to judge its encoding by. */
  readonly sample: Uint8Array
}

async function survey8(input: Input): Promise<Survey> {
  let carry: Uint8Array = new Uint8Array(0)
  let sample = null as Uint8Array | null
  for await (const piece of input.stream()) {
    const bytes: Uint8Array = carry.length === 0 && sample === null ? piece : Buffer.concat([sample ?? carry, piece])
    if (sample === null) {
      const end = wholeCharacters(bytes)
      if (isUtf8(bytes.subarray(0, end))) {
        carry = bytes.subarray(end)
        continue
      }
    }
    // from here on, enough to see what it is
    sample = bytes
    if (sample.length >= 2 * HEAD_BYTES) break
  }
  if (sample === null) return { isUtf8: carry.length === 0, sample: carry.length === 0 ? input.head : carry }
  return { isUtf8: false, sample: sampleOf(sample) }
}

/** How many bytes there are before a sequence that the next piece may complete. */
function wholeCharacters(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back]!
    if (byte < 0x80) break
    if (byte < 0xc0) continue
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
    return length > back ? bytes.length - back : bytes.length
  }
  return bytes.length
}

/** Whole lines, as far as there are any. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const buffer = asBuffer(bytes)
  const first = Math.max(
    0,
    buffer.findIndex((byte) => byte >= 0x80),
  )
  const start = buffer.lastIndexOf(0x0a, first) + 1
  const end = buffer.lastIndexOf(0x0a, start + HEAD_BYTES)
  return buffer.subarray(start, end > first ? end : start + HEAD_BYTES)
}

/** What a sample is as text; null if it is UTF-8 that was damaged, or nothing that is known. */
function judge(sample: Uint8Array): DecodedText | null {
  try {
    return decodeText(sample)
  } catch (error) {
    if (error instanceof ImportFailure && ['undecodable', 'empty'].includes(error.code)) return null
    throw error
  }
}

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
