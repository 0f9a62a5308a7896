import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { DictumLine } from '../../../src/engine/export/dictum/line'
import { NO_FILTER } from '../../../src/shared/domain/corpus/article-filter'
import { LOSSES } from '../../../src/shared/domain/interchange'
import { marker } from '../support/marking'
import { withRawProject } from '../support/raw-project'
import { TestEngine } from '../support/test-engine'

const TEXT = '😀 “Taxes will fall,” Ana Ruiz said on 3 May. Bogdan denied it.'

const linesOf = (path: string): DictumLine[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line))

/** An article that Ana and Bogdan have marked, and one that nobody has. */
async function annotated() {
  const engine = new TestEngine()
  const articleId = await engine.withArticle(TEXT)
  const { mark, link } = marker(engine, articleId, TEXT)
  const claim = await mark('Taxes will fall', 'claim')
  const speaker = await mark('Ana Ruiz', 'speaker')
  await link('said_by', claim, speaker)
  await engine.ask('session.setAnnotator', { annotator: 'bogdan' })
  const other = await mark('Bogdan', 'speaker')
  await link('said_by', claim, other)
  await engine.import([
    engine.file(
      'more.jsonl',
      '{"text":"Harbour news. Nothing else.","url":"https://a.example/x","desk":"local","author":"Dan"}\n',
    ),
  ])
  const out = engine.path('out.jsonl')
  const exported = async (options: Parameters<TestEngine['export']>[1]) => {
    const report = await engine.export(out, options)
    return { report, lines: linesOf(out) }
  }
  return { engine, articleId, claim, speaker, other, out, exported }
}

describe('what offsets count in', () => {
  test.each([
    ['codepoint', 3, 18],
    ['utf16', 4, 19],
    ['utf8', 8, 23],
  ] as const)('%s, said in the report and on the line', async (offsets, start, end) => {
    const { exported, claim } = await annotated()
    const { report, lines } = await exported({ offsets })
    const span = lines.flatMap(({ spans }) => spans).find(({ id }) => id === claim.uid)
    expect([report.offset_unit, lines[0]?.offset_unit]).toEqual([offsets, offsets])
    expect(span).toMatchObject({ start, end, text: 'Taxes will fall' })
  })
})

describe('whose annotations', () => {
  test('one person’s: her spans, and her links between them', async () => {
    const { exported, claim, speaker } = await annotated()
    const { report, lines } = await exported({ annotator: 'ana' })
    expect(report).toMatchObject({ articles: 2, spans: 2, relations: 1, lost: { relations: 0 } })
    expect(lines.flatMap(({ spans }) => spans.map(({ id }) => id)).sort()).toEqual([claim.uid, speaker.uid].sort())
  })

  test('a link of theirs to the span of somebody else is counted as lost', async () => {
    const { exported } = await annotated()
    expect((await exported({ annotator: 'bogdan' })).report).toMatchObject({
      spans: 1,
      relations: 0,
      lost: { relations: 1 },
    })
  })

  test('somebody who has marked nothing, and gold where there is none, are refused with who there is', async () => {
    const { engine, out } = await annotated()
    expect((await engine.exportJob(out, { annotator: 'carol' })).error).toMatchObject({
      code: 'bad_request',
      message: expect.stringContaining('ana, bogdan'),
    })
    expect((await engine.exportJob(out, { annotator: 'gold' })).error?.message).toContain('no gold annotations yet')
  })

  test('gold is the layer of that name', async () => {
    const { engine, articleId, exported } = await annotated()
    await engine.ask('session.setAnnotator', { annotator: 'gold' })
    await marker(engine, articleId, TEXT).mark('3 May', 'date')
    const { report, lines } = await exported({ annotator: 'gold' })
    expect(report.spans).toBe(1)
    expect(lines.flatMap(({ spans }) => spans)[0]).toMatchObject({ text: '3 May', annotator: 'gold' })
  })
})

describe('which articles', () => {
  test('those that a search finds', async () => {
    const { exported } = await annotated()
    const { lines } = await exported({ filter: { ...NO_FILTER, text: 'harbour ' } })
    expect(lines.map(({ text }) => text)).toEqual(['Harbour news. Nothing else.'])
    expect((await exported({ filter: { ...NO_FILTER, text: 'harb ' } })).lines).toEqual([])
  })

  test('those of a batch, and of them those of a status', async () => {
    const { engine, exported } = await annotated()
    const [newest] = await engine.ask('batches.list', {})
    const filter = { ...NO_FILTER, batches: [newest!.uid] }
    expect((await exported({ filter })).lines.map(({ meta }) => meta.source)).toEqual(['more.jsonl:1'])
    expect((await exported({ filter, statuses: ['done'] })).report.articles).toBe(0)
  })

  test('words that are no query are refused', async () => {
    const { engine, out } = await annotated()
    const job = await engine.exportJob(out, { filter: { ...NO_FILTER, text: '"unclosed' } })
    expect(job).toMatchObject({ state: 'failed', error: { code: 'bad_request' } })
  })

  test('they come in the order of their ids, whatever they are found by', async () => {
    const { engine, out } = await annotated()
    for (let n = 0; n < 30; n++) engine.file(`in/${n}.txt`, `Harbour ${n}.`)
    await engine.import([engine.path('in')])
    await engine.export(out, { filter: { ...NO_FILTER, text: 'harbour ' } })
    const ids = linesOf(out).map(({ id }) => id)
    expect(ids).toHaveLength(31)
    expect(ids).toEqual([...ids].sort())
  })
})

describe('which fields', () => {
  test('all of them, some, or none', async () => {
    const { exported } = await annotated()
    const metaOf = async (fields: string[] | null) =>
      (await exported({ fields })).lines.find(({ text }) => text.startsWith('Harbour'))!.meta
    expect(await metaOf(null)).toMatchObject({ url: 'https://a.example/x', extra: { desk: 'local', author: 'Dan' } })
    const some = await metaOf(['desk'])
    expect([some.url, some.tags, some.extra]).toEqual([null, [], { desk: 'local' }])
    const none = await metaOf([])
    expect('url' in none || 'extra' in none || 'tags' in none).toBe(false)
  })

  test('a name that nothing has is refused with those that there are', async () => {
    const { engine, out } = await annotated()
    const { error } = await engine.exportJob(out, { fields: ['colour'] })
    expect(error).toMatchObject({ code: 'bad_request', message: expect.stringContaining('desk') })
  })
})

describe('the report', () => {
  test('counts every kind of loss', async () => {
    const { exported } = await annotated()
    expect(Object.keys((await exported({})).report.lost)).toEqual([...LOSSES])
  })

  test('is known beforehand, exactly', async () => {
    const { engine, exported, claim } = await annotated()
    await engine.ask('span.update', { uid: claim.uid, patch: { note: 'look again' } })
    const options = { labels: ['CLAIM'], annotator: 'ana' }
    const { jobId } = await engine.ask('export.count', options)
    const counted = await engine.finished(jobId)
    const { report } = await exported(options)
    expect(counted.report).toEqual({ ...report, files: [] })
    expect(report.lost).toMatchObject({ notes: 1, relations: 2 - 1 })
  })
})

test('only a format that can is asked to leave the texts out', async () => {
  const { engine, out } = await annotated()
  const dictum = (await engine.ask('export.formats', {})).find(({ name }) => name === 'dictum')!
  const { state } = await engine.exportJob(out, { withoutText: true })
  expect(state).toBe(dictum.canLeaveOutText ? 'done' : 'failed')
})

describe('a preview', () => {
  test('is the beginning of what would be written', async () => {
    const { engine, out } = await annotated()
    for (let n = 0; n < 5; n++) await engine.addArticle(`${n} ${'long words '.repeat(1000)}`)
    const options = { labels: ['SPEAKER'], offsets: 'utf16' as const }
    const preview = await engine.ask('export.preview', options)
    await engine.export(out, options)
    const written = readFileSync(out, 'utf8')
    const three = written.split('\n').slice(0, 3).join('\n')
    expect(preview).toEqual({ articles: 3, files: [{ name: 'export.jsonl', text: `${three}\n`, isCut: false }] })
  })

  test('is cut where it is long', async () => {
    const { engine } = await annotated()
    await engine.addArticle('long words '.repeat(10_000))
    const [file] = (await engine.ask('export.preview', {})).files
    expect(file).toMatchObject({ isCut: true })
    expect(file!.text).toHaveLength(20_000)
  })

  test('refuses what an export would', async () => {
    const { engine } = await annotated()
    expect(await engine.refused('export.preview', { labels: ['NONSENSE'] })).toMatchObject({ code: 'bad_request' })
  })
})

describe('presets', () => {
  test('are kept in the project, by name', async () => {
    const { engine } = await annotated()
    const options = { format: 'dictum', labels: ['CLAIM'], offsets: 'utf16' } as const
    await engine.ask('exportPreset.save', {
      name: 'for training',
      options: { ...options, labels: [...options.labels] },
    })
    await engine.ask('exportPreset.save', { name: 'all', options: {} })
    await engine.ask('project.close', {})
    await engine.ask('project.open', { path: engine.path('p.dictum'), annotator: 'ana' })
    const presets = await engine.ask('exportPreset.list', {})
    expect(presets.map(({ name }) => name)).toEqual(['all', 'for training'])
    expect(presets[1]?.options).toMatchObject({ ...options, statuses: [], annotator: null })
    await engine.ask('exportPreset.save', { name: 'all', options: { labels: ['DATE'] } })
    expect(await engine.ask('exportPreset.remove', { name: 'for training' })).toMatchObject([
      { name: 'all', options: { labels: ['DATE'] } },
    ])
    expect(await engine.ask('project.check', {})).toMatchObject({ ok: true, findings: [] })
  })

  test('of a later version are left alone', async () => {
    const { engine } = await annotated()
    await engine.ask('exportPreset.save', { name: 'mine', options: {} })
    await engine.ask('project.close', {})
    const later = { name: 'later', options: { format: 'papyrus' }, more: 1 }
    withRawProject(engine.path('p.dictum'), (db) =>
      db
        .prepare("UPDATE meta SET value = json_insert(value, '$[#]', json(?)) WHERE key = 'export_presets'")
        .run(JSON.stringify(later)),
    )
    await engine.ask('project.open', { path: engine.path('p.dictum'), annotator: 'ana' })
    const names = async () => (await engine.ask('exportPreset.list', {})).map(({ name }) => name)
    expect(await names()).toEqual(['mine'])
    await engine.ask('exportPreset.save', { name: 'new', options: {} })
    expect(await names()).toEqual(['mine', 'new'])
    await engine.ask('project.close', {})
    withRawProject(engine.path('p.dictum'), (db) => {
      const value = db.prepare("SELECT value FROM meta WHERE key = 'export_presets'").pluck().get() as string
      expect(JSON.parse(value)).toContainEqual(later)
    })
  })
})
