import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { AnnotatedReader } from '../../../../src/engine/import/annotated/annotated-reader'
import { casJsonReader } from '../../../../src/engine/import/annotated/cas-json'
import { w3cReader } from '../../../../src/engine/import/annotated/w3c'
import { xmiReader } from '../../../../src/engine/import/annotated/xmi'
import { indexUnits } from '../../../../src/shared/domain/text/offset-units'
import { readFoundIn } from './support/read-found'

const DOCS = readFileSync('docs/formats.md', 'utf8')
const TEXT = '😀 “Taxes will fall,” Ana Ruiz said on 3 May.'

/** The first example of a section. */
function exampleOf(section: string): string {
  const from = DOCS.indexOf(`\n## ${section}`)
  return /\n```\w+\n(.*?\n)```/s.exec(DOCS.slice(from))![1]!
}

test.each([
  ['W3C Web Annotation', w3cReader, 'corpus.json'],
  ['UIMA CAS JSON', casJsonReader, 'a.json'],
  ['UIMA CAS XMI', xmiReader, 'a.xmi'],
] as readonly [string, AnnotatedReader, string][])(
  'the example of %s says what it is to say',
  async (section, reader, name) => {
    const files = new Map([
      [name, exampleOf(section)],
      ['corpus.texts/taxes-0123456789ab.txt', TEXT],
    ])
    const { texts, troubles, isRecognised } = await readFoundIn(reader, files, name)
    expect([isRecognised, troubles]).toEqual([true, []])
    const [found] = texts
    expect(found!.text).toBe(TEXT)
    const { toUtf16 } = indexUnits(TEXT, found!.unit ?? reader.unit)
    const said = found!.spans.map(({ label, parts, attributes }) => {
      const words = parts.map(([start, end]) => TEXT.slice(toUtf16(start)!, toUtf16(end)!))
      return [label, ...words, attributes]
    })
    expect(said).toEqual([
      ['CLAIM', 'Taxes will fall', { form: 'direct' }],
      ['SPEAKER', 'Ana Ruiz', {}],
    ])
    const { from, to, type } = found!.relations[0]!
    expect([type, from, to]).toEqual(['said_by', found!.spans[0]!.id, found!.spans[1]!.id])
  },
)
