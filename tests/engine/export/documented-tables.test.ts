import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { csvFormat } from '../../../src/engine/export/csv'
import { dictumFormat } from '../../../src/engine/export/dictum-jsonl'
import type { ExportContext, ExportFormat } from '../../../src/engine/export/format'
import { hfFormat } from '../../../src/engine/export/hf'
import { DEFAULT_LABEL_SET } from '../../../src/shared/domain/label-set/default-label-set'
import { articleOf, placeOf, writeArticles } from './support/written-and-read'

const TEXT = '😀 “Taxes will fall,” Ana Ruiz said on 3 May.'

const ARTICLE = articleOf(
  TEXT,
  [
    { label: 'CLAIM', at: [placeOf(TEXT, 'Taxes will fall')], attributes: { form: 'direct' } },
    { label: 'SPEAKER', at: [placeOf(TEXT, 'Ana Ruiz')], entity: 'e-1' },
  ],
  {
    relations: [{ type: 'said_by', from: 0, to: 1 }],
    entities: [{ uid: 'e-1', name: 'Ana Ruiz', kind: 'person' }],
  },
)
const RECORD = { ...ARTICLE.record, title: 'Taxes', publishedOn: '2025-05-04', source: 'news/001.txt' }

const LABEL_SET = {
  ...DEFAULT_LABEL_SET,
  labels: DEFAULT_LABEL_SET.labels.slice(0, 2).map((label) => ({
    ...label,
    attributes: label.attributes.filter(({ name }) => name === 'form'),
  })),
  relations: DEFAULT_LABEL_SET.relations.filter(({ name }) => name === 'said_by'),
}

const files = async (format: ExportFormat, given: Partial<ExportContext> = {}) =>
  (await writeArticles(format, [{ ...ARTICLE, record: RECORD }], { labelSet: LABEL_SET, ...given })).files

/** A section of the docs; where it breaks a line for its width, the file does not. */
function section(heading: string): string {
  const docs = readFileSync('docs/formats.md', 'utf8')
  return docs.slice(docs.indexOf(`## ${heading}`)).split(/\n(?=## )/)[0]!
}

const joined = (text: string): string => text.replaceAll(/\n */g, '')

test('the docs show the table that is written', async () => {
  const { 'out.csv': table } = await files(csvFormat)
  expect(section('CSV and TSV')).toContain(table!.replaceAll('\r\n', '\n'))
})

test('the docs show a line of the dataset', async () => {
  const { 'data/train.jsonl': lines } = await files(hfFormat)
  expect(joined(section('Hugging Face'))).toContain(lines!.trim())
})

test('the docs show a line without its text', async () => {
  const { 'out.jsonl': lines } = await files(dictumFormat, { withoutText: true })
  expect(joined(section('Without the texts'))).toContain(lines!.trim())
})
