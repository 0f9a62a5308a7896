import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { bratFormat } from '../../../src/engine/export/brat'
import { conllFormat } from '../../../src/engine/export/conll'
import type { ExportFormat } from '../../../src/engine/export/format'
import { webannoTsvFormat } from '../../../src/engine/export/webanno-tsv'
import { articleOf, placeOf, type SpanGiven, writeArticles } from './support/written-and-read'

const TEXT = '😀 “Taxes will fall,” Ana Ruiz said on 3 May.'
const at = (words: string): [number, number][] => [placeOf(TEXT, words)]

/** The examples in a section of the docs. */
function examples(heading: string): string[] {
  const docs = readFileSync('docs/formats.md', 'utf8')
  const section = docs.slice(docs.indexOf(`## ${heading}`)).split(/\n(?=## )/)[0]!
  return Array.from(section.matchAll(/```\w*\n([\s\S]*?)```/g), ([, example]) => example!)
}

async function files(format: ExportFormat, isWhole: boolean): Promise<string[]> {
  const spans: SpanGiven[] = [
    { label: 'CLAIM', at: at('Taxes will fall'), attributes: { form: 'direct' }, note: isWhole ? 'Is this new?' : '' },
    { label: 'SPEAKER', at: at('Ana Ruiz'), entity: isWhole ? 'e' : null },
    { label: 'DATE', at: at('3 May'), attributes: { value: '2025-05-03' } },
  ]
  const article = articleOf(
    TEXT,
    spans,
    {
      relations: [{ type: 'said_by', from: 0, to: 1 }],
      entities: isWhole ? [{ uid: 'e', name: 'Ana Ruiz', kind: 'person' }] : [],
      title: 'Taxes',
    },
    format.unit,
  )
  return Object.values((await writeArticles(format, [article])).files)
}

test.each([
  ['brat standoff', bratFormat, true],
  ['CoNLL / IOB2', conllFormat, false],
  ['WebAnno TSV 3.3', webannoTsvFormat, false],
] as const)('the docs of %s show what is written', async (heading, format, isWhole) => {
  const written = await files(format, isWhole)
  const shown = examples(heading).filter((example) => !example.startsWith('[entities]'))
  expect(shown.length).toBeGreaterThan(0)
  for (const example of shown) expect(written).toContain(example)
})

test('the docs show lines of the configuration of brat', async () => {
  const [configuration] = await files(bratFormat, true)
  const shown = examples('brat standoff').find((example) => example.startsWith('[entities]'))!
  expect(configuration!.split('\n')).toEqual(expect.arrayContaining(shown.split('\n')))
})
