import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ANNOTATED_FORMATS, type AnnotatedFormat, LOSSES, type Loss } from '../../../src/shared/domain/interchange'
import { TestEngine } from '../support/test-engine'
import { type Inventory, inventoryOf, missing } from './support/inventory'

const TEXT = 'First words.\n😀 “Taxes will fall,” Ana Ruiz said on 3 May, “and soon.” Bogdan denied it.'
const at = (words: string): [number, number] => [TEXT.indexOf(words), TEXT.indexOf(words) + words.length]

const CLAIM = at('Taxes will fall')
const SPEAKER = at('Ana Ruiz')
const DATE = at('3 May')

/** A project with everything that one can hold, by people of these names. */
async function everything(ana: string, bob: string): Promise<TestEngine> {
  const engine = new TestEngine()
  await engine.create()
  const span = (id: string, label: string, parts: readonly (readonly [number, number])[], more: object = {}) => ({
    id,
    label,
    parts,
    attributes: {},
    entity: null,
    note: '',
    annotator: ana,
    origin: 'manual',
    ...more,
  })
  const relation = (id: string, type: string, from: string, to: string, more: object = {}) => ({
    id,
    type,
    from,
    to,
    attributes: {},
    annotator: ana,
    ...more,
  })
  const lines = [
    {
      schema: 'dictum-jsonl/1',
      text: TEXT,
      offset_unit: 'utf16',
      meta: {
        title: 'Another title',
        published_on: '2025-05-04',
        lang: 'pt-BR',
        source: 'news/001.txt',
        status: 'done',
        url: 'https://news.example/1',
        tags: ['ports', 'ship yards'],
        extra: { desk: 'local', abstract: `In short: ${'a long one '.repeat(20)}` },
        fields: { topic: 'taxes', sure: true },
      },
      spans: [
        span('s1', 'CLAIM', [CLAIM], { attributes: { form: 'direct', size: 7, kinds: ['a', 'b c'] }, note: 'Check.' }),
        span('s2', 'SPEAKER', [SPEAKER], { attributes: { who: 'e1', also: 'e2' }, entity: 'e1', origin: 'suggested' }),
        span('s3', 'DATE', [DATE], { annotator: bob, origin: 'repeated' }),
        span('s4', 'CLAIM', [CLAIM, at('and soon')], { origin: 'imported' }),
        span('s5', 'CUE', [at('Ana Ruiz said')], { annotator: bob }),
        span('s6', 'CUE', [at('said on')]),
        span('s7', 'CUE', [at(' Bogdan ')], { note: 'edges' }),
      ],
      relations: [
        relation('r1', 'said_by', 's1', 's2', { attributes: { sure: true } }),
        relation('r2', 'via', 's1', 's2', { annotator: bob }),
        relation('r3', 'said_on', 's1', 's3'),
        relation('r4', 'said_by', 's4', 's2'),
      ],
      entities: [
        { id: 'e1', name: 'Ana Ruiz', kind: 'person' },
        { id: 'e2', name: 'Harbour & Co', kind: 'organisation' },
      ],
    },
    {
      schema: 'dictum-jsonl/1',
      text: 'Nothing is marked here.',
      meta: { title: 'Empty', status: 'todo', tags: ['ports'], fields: { topic: 'none' } },
      spans: [],
      relations: [],
    },
  ]
  const report = await engine.import([
    engine.file('in.jsonl', lines.map((line) => `${JSON.stringify(line)}\n`).join('')),
  ])
  expect(report).toMatchObject({ imported: 2, spans: 7, relations: 4 })
  expect(report.items.filter(({ outcome }) => outcome !== 'warning')).toEqual([])
  for (const articleId of await engine.articleIds()) {
    await engine.ask('article.update', { articleId, patch: { note: `note of ${articleId}` } })
  }
  return engine
}

/** Kinds of what is missing, and the losses that have to tell of it. */
const TOLD_AS: readonly (readonly [keyof Inventory, readonly Loss[]])[] = [
  ['spans', ['overlapping', 'discontinuous', 'misaligned']],
  ['relations', ['relations']],
  ['attributes', ['attributes']],
  ['notes', ['notes']],
  ['fields', ['fields']],
  ['annotators', ['annotators']],
  ['origins', ['origins']],
  ['metadata', ['metadata']],
]

const outOf = (format: AnnotatedFormat): string =>
  ({
    dictum: 'out.jsonl',
    prodigy: 'out.jsonl',
    doccano: 'out.jsonl',
    'label-studio': 'out.json',
    w3c: 'out.json',
    conll: 'out.conll',
  })[format as string] ?? 'out'

describe.each([
  ['two people', 'bob', 'eve'],
  ['one person', 'bob', 'bob'],
])('the work of %s', (_, ana, bob) => {
  test.each(ANNOTATED_FORMATS)(
    '%s: what does not come back is what is counted as lost, kind by kind',
    async (format) => {
      const first = await everything(ana, bob)
      const report = await first.export(first.path(outOf(format)), { format })
      const second = new TestEngine()
      await second.create()
      const imported = await second.import([first.path(outOf(format))])
      expect(imported).toMatchObject({ imported: 2, failed: 0 })
      const [before, after] = [first, second].map((engine) => inventoryOf(engine.path('p.dictum'))) as [
        Inventory,
        Inventory,
      ]
      expect(missing(before, after, 'articles').all).toBe(0)

      const counts = TOLD_AS.map(([kind, losses]) => {
        const { all, ofKept } = missing(before, after, kind)
        const lost = losses.reduce((sum, loss) => sum + report.lost[loss]!, 0)
        // what belongs to something that is lost itself may be counted with it
        // of an entity that an attribute means, the name alone may be there
        const told = lost + (kind === 'attributes' ? report.lost.entities! : 0)
        const isTold = kind === 'spans' ? lost >= all : told >= ofKept && lost <= all
        return { kind, lost, all, ofKept, isTold }
      })
      expect(counts.filter(({ isTold }) => !isTold)).toEqual([])
      const entities = missing(before, after, 'entities').all
      expect(report.lost.entities! > 0, `entities: ${entities} missing, ${report.lost.entities} counted`).toBe(
        entities > 0,
      )
    },
  )
})

test('csv: nothing reads it again; what has no cell is counted', async () => {
  const engine = await everything('bob', 'eve')
  const { lost } = await engine.export(engine.path('out.csv'), { format: 'csv' })
  // the one marked article’s tags and columns; all of the other’s facts: title, language, source, tag
  expect(lost).toEqual({
    ...Object.fromEntries(LOSSES.map((loss) => [loss, 0])),
    attributes: 1,
    notes: 2,
    entities: 1,
    fields: 1,
    annotators: 4,
    metadata: 4 + (await factsOfEmpty(engine)),
    articles: 1,
  })
})

/** The language may be told from its words, and the source is where its file was. */
async function factsOfEmpty(engine: TestEngine): Promise<number> {
  const lines = [...inventoryOf(engine.path('p.dictum')).metadata]
  return lines.filter((line) => line.startsWith('Nothing is marked here. | ')).length
}

test('hf: columns of the files have no column', async () => {
  const engine = await everything('bob', 'eve')
  const { lost } = await engine.export(engine.path('out'), { format: 'hf' })
  expect(lost).toEqual({ ...Object.fromEntries(LOSSES.map((loss) => [loss, 0])), metadata: 2 })
})

test('without the texts: a column that is too long to be no text is left out, and counted', async () => {
  const engine = await everything('bob', 'eve')
  const { lost } = await engine.export(engine.path('out.jsonl'), { withoutText: true })
  expect(lost).toMatchObject({ metadata: 1, notes: 4 })
  expect(readFileSync(engine.path('out.jsonl'), 'utf8')).not.toContain('a long one')
})
