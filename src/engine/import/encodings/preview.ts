import { decodeText } from '../decode'
import { ImportFailure } from '../failure'
import { decodeAs } from './chosen'
import { confidenceIn, legacyCandidates } from './legacy'
import { OFFERED_ENCODINGS } from './names'

/** How a file would read in an encoding. */
export interface EncodingCandidate {
  readonly encoding: string
  /** From 0 to 1. */
  readonly confidence: number
  /** The first lines with something in them. */
  readonly lines: readonly string[]
}

const LINES = 4
const LONGEST_LINE = 160
const MOST = 8

/**
 * The encodings that a file may be in, the likeliest first, each with how the file would begin. Of those that read alike
 * only the first is named.
 */
export function encodingPreview(bytes: Uint8Array): EncodingCandidate[] {
  const detected = detect(bytes)
  const legacy = detected !== null && detected.confidence === 1 ? [] : legacyCandidates(bytes)
  const others = legacy.map((candidate) => ({
    encoding: candidate.encoding,
    confidence: Math.min(confidenceIn(candidate, legacy), detected?.confidence ?? 1),
    lines: firstLines(candidate.sample),
  }))
  const isWide = bytes.includes(0)
  const offered = OFFERED_ENCODINGS.flatMap((encoding) => {
    if (encoding.startsWith('utf-16') !== isWide) return []
    const text = tryAs(bytes, encoding)
    return text === null ? [] : [{ encoding, confidence: 0, lines: firstLines(text) }]
  })
  const seen = new Set<string>()
  return [...(detected === null ? [] : [detected]), ...others, ...offered]
    .filter(({ lines }) => {
      const reading = lines.join('\n')
      if (seen.has(reading)) return false
      seen.add(reading)
      return true
    })
    .slice(0, MOST)
}

function detect(bytes: Uint8Array): EncodingCandidate | null {
  try {
    const { text, encoding, confidence } = decodeText(bytes)
    return { encoding, confidence, lines: firstLines(text) }
  } catch (error) {
    if (error instanceof ImportFailure) return null
    throw error
  }
}

function tryAs(bytes: Uint8Array, encoding: string): string | null {
  try {
    return decodeAs(bytes, encoding).text
  } catch {
    return null
  }
}

/** Those beyond ASCII first, where encodings differ; else simply the first. */
function firstLines(text: string): string[] {
  const lines = text.split(/\r\n?|\n/, 2000).map((line) => line.trim())
  const telling = lines.filter((line) => /[^\0-\x7f]/.test(line))
  return (telling.length > 0 ? telling : lines.filter((line) => line !== ''))
    .slice(0, LINES)
    .map((line) => around(line).slice(0, LONGEST_LINE))
}

/** A long line from a little before the first character that tells. */
function around(line: string): string {
  const at = line.search(/[^\0-\x7f]/)
  return at < LONGEST_LINE / 2 ? line : `…${line.slice(at - LONGEST_LINE / 4)}`
}
