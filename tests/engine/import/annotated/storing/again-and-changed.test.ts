import { mkdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { ImportOptionsGiven } from '../../../../../src/shared/contract/import-options'
import { ANNOTATED_FORMATS, type AnnotatedFormat } from '../../../../../src/shared/domain/interchange'
import { marker } from '../../../support/marking'
import { dumpAnnotations } from '../../../support/raw-project'
import { TestEngine } from '../../../support/test-engine'
import { dictumLines, type LineOf } from '../support/dictum-lines'

const TEXT = 'Taxes will fall, Ana Ruiz said on 3 May. The port stays open.'
const ENDS: Partial<Record<AnnotatedFormat, string>> = {
  dictum: '.jsonl',
  prodigy: '.jsonl',
  doccano: '.jsonl',
  'label-studio': '.json',
  conll: '.conll',
  w3c: '.json',
}

type Dump = {
  spans: { author: string; label_id: string; words: string }[]
  relations: unknown[]
  suggestions: unknown[]
}

async function workplace() {
  const engine = new TestEngine()
  const bring = async (path: string, options: ImportOptionsGiven = {}) => {
    const job = await engine.finished((await engine.ask('import.start', { paths: [path], options })).jobId)
    if (job.kind !== 'import' || job.report === null) throw new Error(`the import failed: ${job.error?.message}`)
    return job.report
  }
  const dump = (name = 'p') => dumpAnnotations(engine.path(`${name}.dictum`)) as Dump
  const check = async () => expect((await engine.ask('project.check', {})).findings).toEqual([])
  return { engine, bring, dump, check }
}

describe('any format', () => {
  test('by whom it was said to be, as annotations or suggestions, twice, beside what the user has marked', {
    timeout: 120_000,
  }, async () => {
    const { engine, bring, dump, check } = await workplace()
    await engine.create('from.dictum')
    const { mark, link } = marker(engine, await engine.addArticle(TEXT, 'text.txt'), TEXT)
    const claim = await mark('Taxes will fall', 'claim')
    await link('said_by', claim, await mark('Ana Ruiz', 'speaker'))
    const paths = ANNOTATED_FORMATS.map((format) => {
      mkdirSync(engine.path(`out/${format}`), { recursive: true })
      return [format, engine.path(`out/${format}/of${ENDS[format] ?? ''}`)] as const
    })
    for (const [format, path] of paths) await engine.export(path, { format } as never)
    await engine.ask('project.close', {})
    for (const [format, path] of paths) {
      const folder = path.slice(0, path.lastIndexOf('/'))
      for (const [as, annotator] of [
        ['annotations', 'bo'],
        ['suggestions', null],
      ] as const) {
        const name = `${format}-${as}`
        const [spans, relations, suggestions] = as === 'annotations' ? [2, format === 'conll' ? 0 : 1, 0] : [0, 0, 2]
        await engine.create(`${name}.dictum`)
        const [articleId] = [await engine.addArticle(TEXT, 'text.txt')]
        // its text is there, with an annotation of the user’s own
        await marker(engine, articleId, TEXT).mark('port', 'speaker')
        const before = dump(name)
        const first = await bring(folder, { as, annotator })
        expect([name, first]).toMatchObject([name, { imported: 0, failed: 0, spans, relations }])
        const after = dump(name)
        expect(after.spans.map(({ author }) => author).sort()).toEqual(
          as === 'annotations' ? ['ana', 'bo', 'bo'] : ['ana'],
        )
        expect(after.suggestions).toHaveLength(suggestions)
        const again = await bring(folder, { as, annotator })
        expect(again).toMatchObject({ imported: 0, spans: 0, annotationsThere: spans + relations + suggestions })
        expect(dump(name)).toEqual(after)
        await check()
        await engine.ask('history.undo', {})
        expect(dump(name)).toEqual(before)
        await engine.ask('history.redo', {})
        expect(dump(name)).toEqual(after)
        await check()
        await engine.ask('project.close', {})
      }
    }
  })

  test('of two annotators in one file keeps who marked what', async () => {
    const { engine, bring, dump, check } = await workplace()
    await engine.create()
    const result = (id: string, label: string, annotator: number) => ({
      completed_by: { id: annotator, email: annotator === 1 ? 'ana@example.org' : 'bo@example.org' },
      result: [
        {
          id,
          from_name: 'label',
          to_name: 'text',
          type: 'labels',
          value: { start: 17, end: 25, text: 'Ana Ruiz', labels: [label] },
        },
      ],
    })
    const tasks = [{ id: 1, data: { text: TEXT }, annotations: [result('a', 'SPEAKER', 1), result('b', 'SPEAKER', 2)] }]
    const path = engine.file('tasks.json', JSON.stringify(tasks))
    expect(await bring(path)).toMatchObject({ imported: 1, spans: 2 })
    expect(new Set(dump().spans.map(({ author }) => author)).size).toBe(2)
    expect(await bring(path)).toMatchObject({ spans: 0, annotationsThere: 2 })
    expect(dump().spans).toHaveLength(2)
    await check()
  })
})

describe('another version of a file of ours', () => {
  const article = (spans: LineOf['spans'], rest: Partial<LineOf> = {}): LineOf => ({
    id: 'a-1',
    text: TEXT,
    spans,
    ...rest,
  })
  const speaker = { id: 's-1', label: 'SPEAKER', words: 'Ana Ruiz' }
  const claim = { id: 's-2', label: 'CLAIM', words: 'Taxes will fall', attributes: { form: 'direct' }, note: 'Sure?' }

  test('brought as the work of another person, it is no other version of what is there', async () => {
    const { engine, bring, check } = await workplace()
    await engine.create()
    await bring(engine.file('a.jsonl', dictumLines(article([speaker, claim]))))
    const again = await bring(engine.file('b.jsonl', dictumLines(article([speaker, claim]))), { annotator: 'Zoe' })
    expect(again).toMatchObject({ spans: 2, warnings: 0 })
    await check()
  })

  test('adds what is new, and tells what was moved, relabelled or given other values; nothing that was there goes', async () => {
    const { engine, bring, dump, check } = await workplace()
    await engine.create()
    const link = { id: 'r-1', type: 'said_by', from: 's-2', to: 's-1', attributes: { sure: 'yes' } }
    await bring(engine.file('a.jsonl', dictumLines(article([speaker, claim], { relations: [link] }))))
    const before = dump()
    const changed = article(
      [
        { ...speaker, label: 'DATE', words: '3 May' },
        { ...claim, attributes: { form: 'indirect' }, note: 'Sure.' },
        { id: 's-3', label: 'SPEAKER', words: 'Ana Ruiz' },
      ],
      { relations: [{ ...link, to: 's-3', attributes: { sure: 'no' } }] },
    )
    const report = await bring(engine.file('b.jsonl', dictumLines(changed)))
    expect(report).toMatchObject({ spans: 1, relations: 0, annotationsThere: 3, warnings: 3 })
    expect(
      report.items.filter(({ outcome }) => outcome === 'warning').map(({ code, message }) => [code, message]),
    ).toEqual([
      ['other_version', expect.stringMatching(/^DATE “3 May” has the id of .* “Ana Ruiz”, which the article has/)],
      [
        'annotation_differs',
        expect.stringMatching(/^CLAIM “Taxes will fall” is there already.* another form, note for it/),
      ],
      [
        'annotation_differs',
        expect.stringMatching(/^The link “said_by” from “Taxes will fall” to “Ana Ruiz” is there already/),
      ],
    ])
    expect(dump().spans).toEqual(expect.arrayContaining(before.spans))
    expect(dump().spans).toHaveLength(3)
    await check()
    await engine.ask('history.undo', {})
    expect(dump()).toEqual(before)
    await check()
  })

  test('with fewer annotations takes none away, and says nothing', async () => {
    const { engine, bring, dump } = await workplace()
    await engine.create()
    await bring(engine.file('a.jsonl', dictumLines(article([speaker, claim]))))
    const before = dump()
    const report = await bring(engine.file('b.jsonl', dictumLines(article([speaker]))))
    expect(report).toMatchObject({ spans: 0, annotationsThere: 1, warnings: 0, duplicates: 1 })
    expect(dump()).toEqual(before)
  })
})
