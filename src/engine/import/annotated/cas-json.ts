import { isUtf8 } from 'node:buffer'
import { hash } from 'node:crypto'
import { decodeText } from '../decode'
import { parseExactJson } from '../readers/exact-json'
import { headText } from '../readers/head-text'
import { surveyUtf8 } from '../utf8'
import type { AnnotatedReader } from './annotated-reader'
import { TypeSystem } from './cas/cas'
import { foundInCas } from './cas/found-in-cas'
import { beginsAsCasJson, casOfJson, hasTypes } from './cas/parse-json'
import { typeSystemBeside } from './cas/type-system'
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
      yield bad(json, decoded.text)
      return
    }
    const beside = hasTypes(json) ? NO_TYPES : await typeSystemBeside(input)
    yield* beside.troubles
    const { cas, troubles } = casOfJson(json, beside.types ?? new TypeSystem())
    for (const { place, code, message } of troubles) yield { kind: 'failure', part: place, code, message }
    yield* foundInCas(cas, { decoded, sha256: hash('sha256', bytes) })
  },
}

/** Those that it has itself are all. */
const NO_TYPES = { types: null, troubles: [] } as const

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

const bad = (error: SyntaxError, json: string): FoundTrouble => ({
  kind: 'failure',
  part: placeOfError(error.message, json),
  code: 'bad_record',
  message: `This is no JSON that can be read: ${error.message.replace(/, (?:\.\.\.)?".*$/s, '').replace(/ in JSON at .*$/, '')}.`,
})

/** How much the parser quotes of what stands before a fault. */
const QUOTED_BEFORE = 10

/** The line that the parser names, or that has what it quotes; empty where neither says it. */
function placeOfError(said: string, json: string): string {
  const line = /\(line (\d+) column/.exec(said)?.[1]
  if (line !== undefined) return `:${line}`
  const [, dots, quoted] = /, (\.\.\.)?"(.*)"(?:\.\.\.)? is not valid JSON$/s.exec(said) ?? []
  const at = quoted === undefined ? -1 : json.indexOf(quoted)
  if (at < 0 || json.indexOf(quoted!, at + 1) >= 0) return ''
  return `:${json.slice(0, at + (dots === undefined ? 0 : QUOTED_BEFORE)).split('\n').length}`
}
