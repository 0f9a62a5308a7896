import { hash } from 'node:crypto'
import { decodeText } from '../decode'
import { parseExactJson } from '../readers/exact-json'
import { headText } from '../readers/head-text'
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

const bad = (error: SyntaxError): FoundTrouble => ({
  kind: 'failure',
  part: '',
  code: 'bad_record',
  message: `This is no JSON that can be read: ${error.message.replace(/, (?:\.\.\.)?".*$/s, '')}.`,
})
