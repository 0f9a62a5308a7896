import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvFormat } from '../../../src/engine/export/csv'
import { cutterOf } from '../../../src/engine/export/verify/words-in-unit'
import { anyArticle } from './support/any-article'
import { articleOf, placeOf, writeArticles } from './support/written-and-read'

const TEXT = '😀 “Taxes will fall,” Ana Ruiz said on 3 May,\nand then: =1+1'
const at = (words: string) => placeOf(TEXT, words)

const ARTICLE = articleOf(
  TEXT,
  [
    { label: 'CLAIM', at: [at('Taxes will fall'), at('and then')], attributes: { form: 'direct' }, note: 'a "b"\nc' },
    { label: 'SPEAKER', at: [at('Ana Ruiz')], entity: 'e-1' },
    { label: 'DATE', at: [at('3 May')], attributes: { value: '2025-05-03' } },
    { label: 'CUE', at: [at('=1+1')] },
  ],
  {
    relations: [
      { type: 'said_by', from: 0, to: 1 },
      { type: 'said_on', from: 0, to: 2, attributes: { sure: true } },
    ],
    entities: [{ uid: 'e-1', name: 'Ana Ruiz', kind: 'person' }],
  },
)

const rowsOf = (csv: string, delimiter = ','): Record<string, string>[] =>
  parse(csv, { columns: true, delimiter, bom: true })

test('a row a span, with its links, its entity and a column for each attribute', async () => {
  const { files, written } = await writeArticles(csvFormat, [ARTICLE])
  const [claim, speaker, date, cue] = rowsOf(files['out.csv']!)
  expect(claim).toMatchObject({
    article: ARTICLE.record.uid,
    title: 'Taxes will fall',
    label: 'CLAIM',
    start: '3',
    unit: 'codepoint',
    text: 'Taxes will fall and then',
    parts: '3-18;45-53',
    end: '53',
    annotator: 'ana',
    note: 'a "b"\nc',
    'attr.form': 'direct',
    'link.said_by': speaker!.span,
    'link.said_by.text': 'Ana Ruiz',
    'link.said_on': date!.span,
    'link.said_on.text': '3 May',
  })
  expect(speaker).toMatchObject({ entity: 'e-1', entity_name: 'Ana Ruiz', entity_kind: 'person', 'attr.form': '' })
  expect(date).toMatchObject({ 'attr.value': '2025-05-03' })
  expect(cue!.text).toBe('=1+1')
  expect(written).toEqual([
    {
      spans: 4,
      relations: 2,
      lost: { relations: 0, attributes: 1, notes: 0, entities: 0, annotators: 2, metadata: 0 },
    },
  ])
})

test('a name that ends in .tsv gives tabs', async () => {
  const { files } = await writeArticles(csvFormat, [ARTICLE], { name: 'spans.TSV' })
  expect(files['spans.TSV']!.split('\r\n')[0]).toContain('article\ttitle\tpublished_on')
  expect(rowsOf(files['spans.TSV']!, '\t').map(({ label }) => label)).toEqual(['CLAIM', 'SPEAKER', 'DATE', 'CUE'])
})

test.each(['=1+1', '+1', '-1', '@a', '\t=1', '\tx', '\nx', '\r\n-2', ' =1', '＝1'])(
  'safe for a spreadsheet: %j is no formula',
  async (words) => {
    const article = articleOf(`x ${words}`, [{ label: 'CLAIM', at: [[2, 2 + words.length]], note: words }])
    const record = { ...article.record, title: words, source: `${words}.txt` }
    const { files } = await writeArticles(csvFormat, [{ ...article, record }], { spreadsheetSafe: true })
    expect(files['out.csv']!.startsWith('\ufeff')).toBe(true)
    const [row] = rowsOf(files['out.csv']!)
    expect(row).toMatchObject({ text: `'${words}`, note: `'${words}`, title: `'${words}`, source: `'${words}.txt` })
    for (const cell of Object.values(row!)) expect(cell).not.toMatch(/^[\t\r\n]|^\s*[=+\-@]/)
  },
)

test('an article without spans has no row, and what it held is counted', async () => {
  const article = articleOf('Nothing.', [], { fields: { topic: 'tax' } })
  const { files, written } = await writeArticles(csvFormat, [{ ...article, record: { ...article.record, note: 'n' } }])
  expect(rowsOf(files['out.csv']!)).toEqual([])
  expect(written[0]!.lost).toMatchObject({ notes: 1, fields: 1 })
})

test('without the text, words are short quotes', async () => {
  const words = 'Taxes will fall in every year of the next decade, and in the one after that'
  const { files } = await writeArticles(csvFormat, [articleOf(words, [{ label: 'CLAIM', at: [[0, words.length]] }])], {
    withoutText: true,
  })
  expect(rowsOf(files['out.csv']!)[0]!.text).toBe('Taxes will fall in every … in the one after that')
})

test('whatever an article holds, the table gives its words back', async () => {
  await fc.assert(
    fc.asyncProperty(anyArticle('codepoint'), async (article) => {
      const { files } = await writeArticles(csvFormat, [article])
      const cut = cutterOf(article.record.text, 'codepoint')
      const rows = rowsOf(files['out.csv']!)
      expect(rows.map(({ label }) => label)).toEqual(article.spans.map(({ label }) => label))
      rows.forEach(({ text, parts, note }, n) => {
        const places = parts!.split(';').map((part) => part.split('-').map(Number) as [number, number])
        expect(cut(places)).toBe(text)
        expect(note).toBe(article.spans[n]!.note)
      })
    }),
    { seed: 3, numRuns: 150 },
  )
})
