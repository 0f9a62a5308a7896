import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { TestEngine } from './support/test-engine'

const TEXT = ' date 2025-05-03 Taxes\n\n😀 “Taxes will fall,” Ana Ruiz said on 3 May.\n'
const at = (words: string) => [TEXT.indexOf(words), TEXT.indexOf(words) + words.length] as never

test('an article is imported, marked, linked, exported and found again', async () => {
  const engine = new TestEngine()
  const articleId = await engine.withArticle(TEXT)
  const claim = await engine.ask('span.create', { articleId, labelId: 'claim', parts: [at('Taxes will fall')] })
  expect(claim.article?.status).toBe('in_progress')
  expect(claim.undo.undo?.summary).toBe('mark “Taxes will fall” as Claim')
  const speaker = await engine.ask('span.create', { articleId, labelId: 'speaker', parts: [at('Ana Ruiz')] })
  await engine.ask('span.update', { uid: claim.spans[0]!.uid, patch: { attributes: { form: 'direct' } } })
  await engine.ask('relation.create', {
    typeId: 'said_by',
    fromUid: claim.spans[0]!.uid,
    toUid: speaker.spans[0]!.uid,
  })
  const report = await engine.export(engine.path('out.jsonl'))
  expect(report).toMatchObject({ articles: 1, spans: 2, relations: 1, refused: [] })
  const line = JSON.parse(readFileSync(engine.path('out.jsonl'), 'utf8'))
  expect(line.meta).toMatchObject({ title: 'Taxes', published_on: '2025-05-03' })
  expect(line.text).toBe(TEXT)
  expect(line.spans[0]).toMatchObject({ label: 'CLAIM', text: 'Taxes will fall', attributes: { form: 'direct' } })
  await engine.ask('project.close', {})
  expect(readdirSync(engine.folder).filter((name) => !name.endsWith('.txt'))).toEqual(['out.jsonl', 'p.dictum'])
  await engine.ask('project.open', { path: engine.path('p.dictum'), annotator: 'ana' })
  const opened = await engine.ask('article.open', { articleId })
  expect(opened.spans).toHaveLength(2)
  expect(opened.relations).toHaveLength(1)
  await engine.ask('history.undo', {})
  expect((await engine.ask('article.open', { articleId })).relations).toEqual([])
  expect((await engine.ask('project.check', {})).findings).toEqual([])
})

test('the sample project is made of the sample folder, with nothing to undo', async () => {
  const engine = new TestEngine()
  const project = await engine.ask('project.createSample', {
    path: engine.path('Sample.dictum'),
    sampleFolder: 'resources/sample',
    annotator: 'ana',
  })
  expect(project.articles).toBeGreaterThanOrEqual(12)
  expect(project.undo).toEqual({ undo: null, redo: null })
  expect((await engine.ask('project.stats', {})).spans).toBeGreaterThan(100)
  expect(await engine.ask('project.check', {})).toMatchObject({ ok: true, findings: [] })
  const { counts, doneToday } = await engine.ask('articles.query', { filter: {} })
  expect(counts.done).toBeGreaterThan(0)
  expect(doneToday).toBe(0)
})
