import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { dictumFormat } from '../../../src/engine/export/dictum-jsonl'
import { dictumReader } from '../../../src/engine/import/annotated/dictum'
import { tempFolder } from '../support/temp-folder'
import { TestEngine } from '../support/test-engine'
import { articleOf, placeOf, putFiles, readFound, writeArticles } from './support/written-and-read'

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
