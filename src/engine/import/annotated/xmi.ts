import { hash } from 'node:crypto'
import { decodeText } from '../decode'
import { headText } from '../readers/head-text'
import type { AnnotatedReader } from './annotated-reader'
import type { TypeSystem } from './cas/cas'
import { foundInCas } from './cas/found-in-cas'
import { beginsAsXmi, casOfXmi } from './cas/parse-xmi'
import { typeSystemBeside } from './cas/type-system'
import { BadXml } from './finding/xml'
import type { FoundTrouble } from './found-text'

/** UIMA CAS XMI: a file is one text, with its types in `TypeSystem.xml` beside it. */
export const xmiReader: AnnotatedReader = {
  format: 'xmi',
  extensions: ['.xmi'],
  // of Java: both its own and cassis’s writer
  unit: 'utf16',
  recognises: (head) => beginsAsXmi(headText(head)),
  read: async function* (input, options) {
    const bytes = await input.bytes()
    const declared = /^<\?xml[^>]*\sencoding=["']([\w.-]+)["']/.exec(headText(input.head))?.[1] ?? null
    const decoded = decodeText(bytes, { chosen: options.encoding, declared })
    const beside = await typeSystemBeside(input)
    yield* beside.troubles
    const parsed = casOf(decoded.text, beside.types)
    if (parsed instanceof BadXml) {
      yield bad(parsed)
      return
    }
    for (const { place, code, message } of parsed.troubles) yield { kind: 'failure', part: place, code, message }
    yield* foundInCas(parsed.cas, { decoded, sha256: hash('sha256', bytes) })
  },
}

function casOf(xml: string, types: TypeSystem) {
  try {
    return casOfXmi(xml, types)
  } catch (error) {
    if (error instanceof BadXml) return error
    throw error
  }
}

const bad = ({ message, line }: BadXml): FoundTrouble => ({
  kind: 'failure',
  part: `:${line}`,
  code: 'bad_xml',
  message: `This is no XML that can be read: ${message}.`,
})
