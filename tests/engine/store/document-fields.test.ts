import { readFileSync } from 'node:fs'
import { beforeEach, expect, test } from 'vitest'
import type { AttributeValue } from '../../../src/shared/domain/annotations/annotations'
import { DEFAULT_LABEL_SET } from '../../../src/shared/domain/label-set/default-label-set'
import type { Attribute } from '../../../src/shared/domain/label-set/label-set'
import { newAttribute, withOptions } from '../../../src/shared/domain/label-set/label-set-items'
import { dumpAll } from '../support/raw-project'
import { TestEngine } from '../support/test-engine'

const genre = withOptions(newAttribute([], { name: 'genre', title: 'Genre', type: 'choice' }), ['news', 'opinion'])
const topics = withOptions(newAttribute([], { name: 'topics', type: 'choices' }), ['harbour', 'taxes'])
const words = newAttribute([], { name: 'words', type: 'number' })

let engine: TestEngine
let articleId: number
const dump = () => dumpAll(engine.path('p.dictum'))
const use = (fields: Attribute[], allowLoss = false) =>
  engine.ask('labelset.apply', { edit: { kind: 'replace', labelSet: { ...DEFAULT_LABEL_SET, fields } }, allowLoss })
const set = (fields: Record<string, AttributeValue | null>) =>
  engine.ask('article.update', { articleId, patch: { fields } })
const values = async () => (await engine.ask('article.open', { articleId })).article.fields

beforeEach(async () => {
  engine = new TestEngine()
  articleId = await engine.withArticle('Ana said it.')
  await use([genre, topics, words])
})

test('are set, cleared and taken back, each value by its type', async () => {
  const empty = dump()
  const change = await set({ genre: 'news', topics: ['harbour', 'taxes'], words: 3 })
  expect(change).toMatchObject({ articleId, articleFields: { genre: 'news', topics: ['harbour', 'taxes'], words: 3 } })
  expect(change.undo.undo?.summary).toBe('set Genre to news, set topics to harbour, taxes, set words to 3')
  expect((await set({ topics: null })).articleFields).toEqual({ genre: 'news', words: 3 })
  expect(await values()).toEqual({ genre: 'news', words: 3 })
  await engine.ask('history.undo', {})
  expect((await engine.ask('history.undo', {})).articleFields).toEqual({})
  expect(dump()).toEqual(empty)
})

test.each([
  [{ genre: 'poem' }, '“Genre” must be one of news, opinion.'],
  [{ words: 'three' }, '“words” must be a number.'],
  [{ gone: 'x' }, 'The label set has no document field “gone”.'],
])('what does not fit is refused: %j', async (fields, why) => {
  const before = dump()
  const error = await engine.refused('article.update', { articleId, patch: { fields } })
  expect(error.code).toBe('rule_broken')
  expect(error.message).toBe(why)
  expect(dump()).toEqual(before)
})

test('go with their field, are carried over to another type, and come back', async () => {
  await set({ genre: 'news', topics: ['taxes'], words: 3 })
  const before = dump()
  const fields = [{ ...genre, type: 'text' as const, options: [] }, words]
  const edit = { kind: 'replace' as const, labelSet: { ...DEFAULT_LABEL_SET, fields } }
  const told = await engine.ask('labelset.preview', { edit })
  expect(told.effects.map(({ code, message }) => [code, message])).toEqual([
    ['field_values_removed', '1 value of the document field “topics” is deleted.'],
    ['field_values_converted', '1 value of the document field “Genre” is carried over.'],
  ])
  expect((await engine.refused('labelset.apply', { edit })).message).toContain('work would be lost')
  await use(fields, true)
  expect(await values()).toEqual({ genre: 'news', words: 3 })
  expect((await engine.ask('project.check', {})).findings).toEqual([])
  await engine.ask('history.undo', {})
  expect(dump()).toEqual(before)
})

test('are exported by name where the set has some, and only there', async () => {
  const out = engine.path('out.jsonl')
  const meta = async () => {
    await engine.export(out)
    return JSON.parse(readFileSync(out, 'utf8')).meta
  }
  await set({ words: 3, genre: 'news' })
  expect(JSON.stringify((await meta()).fields)).toBe('{"genre":"news","words":3}')
  await use([], true)
  expect(Object.keys(await meta())).toEqual(['title', 'published_on', 'lang', 'source', 'sha256', 'status'])
})
