import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { ExportedArticle } from '../../../src/engine/export/format'
import { hfFormat } from '../../../src/engine/export/hf'
import { DEFAULT_LABEL_SET } from '../../../src/shared/domain/label-set/default-label-set'
import type { OffsetUnit } from '../../../src/shared/domain/text/offset-units'
import { HAS_PYTHON, python } from '../support/python'
import { tempFolder } from '../support/temp-folder'
import { TestEngine } from '../support/test-engine'
import { anyArticle } from './support/any-article'
import { articleOf, placeOf, putFiles, writeArticles } from './support/written-and-read'

const TEXT = '😀 “Taxes will fall,” Ana Ruiz said on 3 May, “and soon.”'
const at = (words: string) => placeOf(TEXT, words)

const ARTICLE = articleOf(
  TEXT,
  [
    { label: 'CLAIM', at: [at('Taxes will fall'), at('and soon')], attributes: { form: 'direct' } },
    { label: 'SPEAKER', at: [at('Ana Ruiz')], entity: 'e-1' },
  ],
  {
    relations: [{ type: 'said_by', from: 0, to: 1 }],
    entities: [{ uid: 'e-1', name: 'Ana Ruiz', kind: 'person' }],
    fields: { topic: ['a', 'b'] },
  },
)

const inSplit = (article: ExportedArticle, split: string): ExportedArticle => ({ ...article, split })

/** What stands between the lines of dashes. */
const headerOf = (card: string) => parse(/^---\n(.*?)\n---\n/s.exec(card)![1]!)

/** A type as the card declares it, of a value as the file has it; lists are those of what is in them. */
function typeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(typeOf)
  if (typeof value !== 'object' || value === null) return value === null ? 'null' : typeof value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, typeOf(one)]))
}

type Feature = { name: string; dtype?: string; list?: Feature[]; sequence?: unknown }

/** Whether a value is what the card says of its column. */
function fits(value: unknown, feature: Omit<Feature, 'name'>): boolean {
  if (feature.dtype === 'string') return typeof value === 'string'
  if (feature.dtype === 'int32') return Number.isInteger(value)
  if (!Array.isArray(value)) return false
  if (feature.list) return value.every((one) => fitsAll(one, feature.list!))
  const inner = feature.sequence
  return value.every((one) => fits(one, typeof inner === 'string' ? { dtype: inner } : (inner as Feature)))
}

const fitsAll = (record: object, features: readonly Feature[]): boolean =>
  Object.keys(record).join() === features.map(({ name }) => name).join() &&
  features.every((feature) => fits((record as Record<string, unknown>)[feature.name], feature))

test('a card, a file for each split that has articles, and a loader', async () => {
  const dated = { ...ARTICLE, record: { ...ARTICLE.record, publishedOn: '2025-05-04', lang: 'ro' } }
  const { files, written } = await writeArticles(
    hfFormat,
    [inSplit(ARTICLE, 'train'), inSplit(dated, 'test'), inSplit(dated, 'test')],
    { splits: ['train', 'validation', 'test'], projectName: 'Taxes: "all" | new' },
  )
  expect(Object.keys(files).sort()).toEqual(['README.md', 'data/test.jsonl', 'data/train.jsonl', 'load.py'])
  expect(headerOf(files['README.md']!)).toMatchObject({
    pretty_name: 'Taxes: "all" | new',
    language: ['en', 'ro'],
    configs: [
      {
        config_name: 'default',
        data_files: [
          { split: 'train', path: 'data/train.jsonl' },
          { split: 'test', path: 'data/test.jsonl' },
        ],
      },
    ],
    dataset_info: {
      splits: [
        { name: 'train', num_examples: 1 },
        { name: 'test', num_examples: 2 },
      ],
    },
  })
  expect(files['README.md']).toContain('| CLAIM |')
  expect(files['README.md']).toContain('| test | 2 | 4 |')
  expect(written[0]).toEqual({ spans: 2, relations: 1, lost: { metadata: 0 } })
  const [first, second] = files['data/test.jsonl']!.split('\n').map((line) => line && JSON.parse(line))
  expect(first).toMatchObject({ year: 2025, month: 5, day: 4, lang: 'ro', fields: '{"topic":["a","b"]}' })
  expect(second).toEqual(first)
  expect(JSON.parse(files['data/train.jsonl']!)).toMatchObject({
    year: 0,
    offset_unit: 'codepoint',
    spans: [
      {
        label: 'CLAIM',
        start: 3,
        end: 54,
        parts: [
          [3, 18],
          [46, 54],
        ],
        attributes: '{"form":"direct"}',
        entity: '',
      },
      { label: 'SPEAKER', text: 'Ana Ruiz', entity: 'e-1' },
    ],
  }) // prettier-ignore
})

test('a language that YAML once took for a truth is a text in the card, to old readers too', async () => {
  const article = { ...ARTICLE, record: { ...ARTICLE.record, lang: 'no' } }
  const { files } = await writeArticles(hfFormat, [article], { projectName: 'on' })
  const [, header] = files['README.md']!.split('---\n')
  expect(parse(header!, { version: '1.1' })).toMatchObject({ pretty_name: 'on', language: ['no'] })
  expect(headerOf(files['README.md']!)).toMatchObject({ pretty_name: 'on', language: ['no'] })
})

test('every column is of one type, and that which the card says', async () => {
  await fc.assert(
    fc.asyncProperty(anyArticle('codepoint'), async (article) => {
      const { files } = await writeArticles(hfFormat, [article])
      const { features } = headerOf(files['README.md']!).dataset_info
      const record = JSON.parse(files['data/train.jsonl']!)
      expect(fitsAll(record, features), JSON.stringify(typeOf(record))).toBe(true)
    }),
    { seed: 2, numRuns: 100 },
  )
})

test('through the engine: a folder whose splits are those of the division', async () => {
  const engine = new TestEngine()
  await engine.create()
  await engine.import(
    Array.from({ length: 10 }, (_, n) => engine.file(`in/${n}.txt`, ` date 2025-01-0${(n % 9) + 1} A ${n}\n\nWords.`)),
  )
  const split = {
    name: null,
    definition: { by: 'ratio' as const, parts: [80, 10, 10], seed: 1, groupBy: [] },
  }
  const report = await engine.export(engine.path('set'), { format: 'hf', split })
  expect(report).toMatchObject({ articles: 10, splits: { train: 8, validation: 1, test: 1 } })
  expect(report.files).toEqual(
    ['README.md', 'data/test.jsonl', 'data/train.jsonl', 'data/validation.jsonl', 'load.py'].map((name) =>
      engine.path(`set/${name}`),
    ),
  )
  const read = () => report.files.map((path) => readFileSync(path, 'utf8'))
  const before = read()
  await engine.export(engine.path('set'), { format: 'hf', split })
  expect(read()).toEqual(before)
})

describe.skipIf(!HAS_PYTHON)('load.py', () => {
  test.each<OffsetUnit>(['codepoint', 'utf16', 'utf8'])('reads and checks offsets in %s', async (unit) => {
    const articles = fc.sample(anyArticle(unit), { seed: 4, numRuns: 30 })
    const { files } = await writeArticles(
      hfFormat,
      articles.map((article, n) => inSplit(article, n % 2 === 0 ? 'train' : 'test')),
      { unit, splits: ['train', 'test'], labelSet: DEFAULT_LABEL_SET },
    )
    const folder = tempFolder()
    putFiles(folder, files)
    const { status, out, err } = python(folder, 'load.py')
    expect(err).toBe('')
    expect(status).toBe(0)
    const spans = articles.filter((_, n) => n % 2 === 0).reduce((sum, one) => sum + one.spans.length, 0)
    expect(out).toContain(`train: 15 articles, ${spans} spans, all where they should be`)
    const fields = python(folder, '-c', 'from load import load; print([a["published_on"] for a in load("test")][:3])')
    expect(fields.out).toContain(articles[1]!.record.publishedOn === null ? 'None' : '2025-05-04')
  })

  test('tells what does not stand where it should', async () => {
    const { files } = await writeArticles(hfFormat, [ARTICLE])
    const folder = tempFolder()
    putFiles(folder, files)
    const path = join(folder, 'data/train.jsonl')
    writeFileSync(path, readFileSync(path, 'utf8').replace('Ana Ruiz said', 'Ana Ruiy said'))
    const { status, err } = python(folder, 'load.py')
    expect(status).toBe(1)
    expect(err).toContain("train.jsonl:1: 'Ana Ruiy' stands where 'Ana Ruiz' should")
  })
})
