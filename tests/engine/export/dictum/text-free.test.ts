import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { dictumFormat } from '../../../../src/engine/export/dictum-jsonl'
import { dictumReader } from '../../../../src/engine/import/annotated/dictum'
import { tempFolder } from '../../support/temp-folder'
import { TestEngine } from '../../support/test-engine'
import { articleOf, placeOf, putFiles, readFound, writeArticles } from '../support/written-and-read'

const LONG = 'taxes will fall in every year of the next decade, and in the one after that'
const TEXT = `😀 “${LONG},” Ana Ruiz said on 3 May.`

const article = articleOf(TEXT, [
  { label: 'CLAIM', at: [placeOf(TEXT, LONG)] },
  { label: 'SPEAKER', at: [placeOf(TEXT, 'Ana Ruiz')] },
])
const said = { url: 'https://news.example/1', tags: [], extra: { author: 'Bo', abstract: TEXT } }
const ARTICLE = { ...article, record: { ...article.record, said, sha256: 'ab'.repeat(32) } }

test('hashes, offsets and short quotes stand for the text', async () => {
  const { files } = await writeArticles(dictumFormat, [ARTICLE], { withoutText: true })
  const written = files['out.jsonl']!
  expect(written).not.toContain(LONG)
  expect(written).not.toContain('said on 3 May')
  const line = JSON.parse(written)
  expect(Object.keys(line)).toEqual(
    'schema id text text_sha256 text_length offset_unit meta spans relations entities'.split(' '),
  )
  expect(line).toMatchObject({
    text: null,
    text_sha256: hash('sha256', TEXT),
    text_length: Array.from(TEXT).length,
    meta: { title: 'Taxes will fall', url: 'https://news.example/1', extra: { author: 'Bo' } },
    spans: [
      { start: 3, text: 'taxes will fall in every … in the one after that', text_sha256: hash('sha256', LONG) },
      { text: 'Ana Ruiz', text_sha256: hash('sha256', 'Ana Ruiz') },
    ],
  })
  expect(line.meta.extra).toEqual({ author: 'Bo' })
})

test('it is read as a text that is elsewhere, with the edges of long words as what shows the unit', async () => {
  const { files } = await writeArticles(dictumFormat, [ARTICLE], { withoutText: true })
  const folder = tempFolder()
  putFiles(folder, files)
  const { texts, troubles } = await readFound(dictumReader, `${folder}/out.jsonl`)
  expect(troubles).toEqual([])
  const [found] = texts
  expect(found!.text).toMatchObject({ uid: ARTICLE.record.uid, sha256: hash('sha256', TEXT) })
  expect(found!.spans.map(({ parts, words }) => ({ parts, words }))).toEqual([
    { parts: [[3, 3 + LONG.length]], words: null },
    { parts: [[81, 89]], words: 'Ana Ruiz' },
  ])
  const characters = Array.from(TEXT)
  expect(found!.quotes).toHaveLength(2)
  for (const { start, end, words } of found!.quotes) expect(characters.slice(start, end).join('')).toBe(words)
})

test('through the engine: only formats that can, and the file is checked as any other', async () => {
  const engine = new TestEngine()
  const articleId = await engine.withArticle(TEXT)
  await engine.ask('span.create', { articleId, labelId: 'claim', parts: [placeOf(TEXT, LONG) as never] })
  const report = await engine.export(engine.path('out.jsonl'), { withoutText: true })
  expect(report).toMatchObject({ articles: 1, spans: 1, refused: [] })
  expect(readFileSync(engine.path('out.jsonl'), 'utf8')).not.toContain(LONG)
  expect((await engine.exportJob(engine.path('set'), { format: 'hf', withoutText: true })).error?.code).toBe(
    'bad_request',
  )
})

test('it goes back to the texts, and to no other text', async () => {
  const engine = new TestEngine()
  const articleId = await engine.withArticle(TEXT)
  const mark = (labelId: string, words: string) =>
    engine.ask('span.create', { articleId, labelId, parts: [placeOf(TEXT, words) as never] })
  const [claim, speaker] = [(await mark('claim', LONG)).spans[0]!, (await mark('speaker', 'Ana Ruiz')).spans[0]!]
  await engine.ask('relation.create', { typeId: 'said_by', fromUid: claim.uid, toUid: speaker.uid })
  await engine.export(engine.path('free.jsonl'), { withoutText: true })

  const other = new TestEngine()
  await other.create()
  const alone = await other.import([engine.path('free.jsonl')])
  expect(alone).toMatchObject({ imported: 0, failed: 1, items: [{ code: 'text_missing' }] })
  await other.import([other.file('a.txt', TEXT.replace('3 May', '4 May')), other.file('b.txt', TEXT)])
  expect(await other.import([engine.path('free.jsonl')])).toMatchObject({ failed: 0, spans: 2, relations: 1 })
  const ids = await other.articleIds()
  const opened = await Promise.all(ids.map((id) => other.ask('article.open', { articleId: id })))
  expect(opened.map(({ article, spans }) => [article.text, spans.map(({ words }) => words)])).toEqual([
    [TEXT.replace('3 May', '4 May'), []],
    [TEXT, [LONG, 'Ana Ruiz']],
  ])
  expect(await other.import([engine.path('free.jsonl')])).toMatchObject({ spans: 0, relations: 0 })
  expect(await other.ask('project.check', {})).toMatchObject({ ok: true })
})

test('a text that has changed gets no spans that do not fit it, though it is known by its place', async () => {
  const engine = new TestEngine()
  await engine.create()
  await engine.import([engine.file('in/a.txt', TEXT)])
  const [articleId] = await engine.articleIds()
  await engine.ask('span.create', { articleId: articleId!, labelId: 'claim', parts: [placeOf(TEXT, LONG) as never] })
  await engine.export(engine.path('free.jsonl'), { withoutText: true })
  const other = new TestEngine()
  await other.create()
  await other.import([other.file('in/a.txt', `Wholly other words.\n${TEXT.replaceAll('taxes', 'prices')}`)])
  const report = await other.import([engine.path('free.jsonl')])
  expect(report.spans).toBe(0)
  expect(report.items.length).toBeGreaterThan(0)
})

test('it goes back to a text with other line ends, and of two with one text to that of the same place', async () => {
  const text = `First line.\nTaxes will fall, Ana Ruiz said.\n`
  const engine = new TestEngine()
  await engine.create()
  // the same text in other bytes is another file
  await engine.import([engine.file('in/a.txt', text), engine.file('in/b.txt', text.replaceAll('\n', '\r\n'))])
  for (const [n, articleId] of (await engine.articleIds()).entries()) {
    const words = ['Taxes will fall', 'Ana Ruiz'][n]!
    await engine.ask('span.create', { articleId, labelId: 'claim', parts: [placeOf(text, words) as never] })
  }
  const sources = async (one: TestEngine) => {
    const opened = await Promise.all(
      (await one.articleIds()).map((articleId) => one.ask('article.open', { articleId })),
    )
    return opened.map(({ article, spans }) => [article.source, spans.map(({ words }) => words)]).sort()
  }
  const before = await sources(engine)
  expect(before.map(([, spans]) => spans).sort()).toEqual([['Ana Ruiz'], ['Taxes will fall']])
  await engine.export(engine.path('free.jsonl'), { withoutText: true })
  const other = new TestEngine()
  await other.create()
  await other.import([other.file('in/b.txt', text.replaceAll('\n', '\r\n')), other.file('in/a.txt', text)])
  expect(await other.import([engine.path('free.jsonl')])).toMatchObject({ failed: 0, spans: 2 })
  expect(await sources(other)).toEqual(before)
})
