import { isUtf8 } from 'node:buffer'
import { hash } from 'node:crypto'
import { decodeText } from '../decode'
import { parseExactJson } from '../readers/exact-json'
import { headText } from '../readers/head-text'
import { surveyUtf8 } from '../utf8'
import type { AnnotatedReader } from './annotated-reader'
import { foundInCas } from './cas/found-in-cas'
import { beginsAsCasJson, casOfJson } from './cas/parse-json'
import type { FoundTrouble } from './found-text'

/** UIMA CAS JSON: a file is one text. */
export const casJsonReader: AnnotatedReader = {
  format: 'cas-json',
  extensions: ['.json'],
  // of Java: both its own and cassis’s writer
  unit: 'utf16',
  recognises: (head) => beginsAsCasJson(headText(head)),
  read: async function* (input, options) {
    const bytes = await input.bytes()
    const bad8 = options.encoding === 'auto' ? firstBadUtf8(bytes) : -1
    if (bad8 >= 0) {
      yield noUtf8(lineAt(bytes, bad8))
      return
    }
    const decoded = decodeText(bytes, { chosen: options.encoding })
    const json = parsed(decoded.text)
    if (json instanceof SyntaxError) {
      yield bad(json)
      return
    }
    const { cas, troubles } = casOfJson(json)
    for (const { place, code, message } of troubles) yield { kind: 'failure', part: place, code, message }
    yield* foundInCas(cas, { decoded, sha256: hash('sha256', bytes) })
  },
}

function parsed(json: string): unknown {
  try {
    return parseExactJson(json)
  } catch (error) {
    if (error instanceof SyntaxError) return error
    throw error
  }
}

/** Where a file without a mark is no UTF-8, as JSON has to be; -1 for others. */
function firstBadUtf8(bytes: Uint8Array): number {
  const isOther = (bytes[0]! >= 0xfe && bytes[1]! >= 0xfe) || bytes.subarray(0, 4).includes(0)
  return isOther || isUtf8(bytes) ? -1 : surveyUtf8(bytes).firstBad
}

const lineAt = (bytes: Uint8Array, at: number): number =>
  bytes.subarray(0, at).reduce((lines, byte) => lines + (byte === 0x0a ? 1 : 0), 1)

const noUtf8 = (line: number): FoundTrouble => ({
  kind: 'failure',
  part: `:${line}`,
  code: 'undecodable',
  message:
    'Here stands a byte that is no UTF-8, as JSON has to be. Save the file as UTF-8 again, or choose its encoding.',
})

const bad = (error: SyntaxError): FoundTrouble => ({
  kind: 'failure',
  part: '',
  code: 'bad_record',
  message: `This is no JSON that can be read: ${error.message.replace(/, (?:\.\.\.)?".*$/s, '')}.`,
})
