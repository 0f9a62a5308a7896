import { writeFileSync } from 'node:fs'
import { beforeEach, expect, test } from 'vitest'
import type { ImportReport } from '../../src/shared/contract/jobs'
import { marker } from './support/marking'
import { dumpAnnotations } from './support/raw-project'
import { TestEngine } from './support/test-engine'

const A = 'Quay to cost four million\nThe mayor said that work starts in spring.\nThe union made no comment.'
const B = A.replace('in spring', 'in autumn')
const C = `Corrected on Tuesday.\n${B}`

let engine: TestEngine
let path: string

beforeEach(async () => {
  engine = new TestEngine()
  await engine.create()
  path = engine.file('in/a.txt', A)
  await engine.import([engine.path('in')])
})

async function reimport(text: string, revisions = true): Promise<ImportReport> {
  writeFileSync(path, text)
  const { jobId } = await engine.ask('import.start', { paths: [engine.path('in')], options: { revisions } })
  return (await engine.finished(jobId)).report as ImportReport
}

const wordsIn = async (articleId: number) =>
  (await engine.ask('article.open', { articleId })).spans.map(({ words }) => words)
const lineOf = async (articleId: number) =>
  (await engine.ask('revisions.ofArticle', { articleId })).earlier.map((earlier) => earlier.articleId)
const isInOrder = async () => expect((await engine.ask('project.check', {})).findings).toEqual([])
const dump = () => dumpAnnotations(engine.path('p.dictum'))

test('a file that went back to its first text is told of as changed, and on request the first revision stands again', async () => {
  const { mark, link } = marker(engine, 1, A)
  const claim = await mark('work starts in spring', 'claim')
  const mayor = await mark('The mayor', 'speaker')
  await link('said_by', claim, mayor)
  await reimport(B)
  expect(await wordsIn(2)).toEqual(['The mayor'])
  expect(await wordsIn(1)).toEqual(['work starts in spring'])
  await marker(engine, 2, B).mark('The union', 'speaker')
  await isInOrder()

  expect(await reimport(A, false)).toMatchObject({ imported: 0, duplicates: 0, changed: 1 })
  const before = dump()
  expect(await reimport(A)).toMatchObject({ revised: 1, duplicates: 0, toPlace: 0 })
  expect(await engine.articleIds()).toEqual([1])
  // what could not follow into the second revision is where it was, and what was marked in the second one came along
  expect(await wordsIn(1)).toEqual(['The mayor', 'work starts in spring', 'The union'])
  expect((await engine.ask('article.open', { articleId: 1 })).relations).toHaveLength(1)
  expect(await lineOf(1)).toEqual([2])
  expect((await engine.ask('revisions.ofArticle', { articleId: 2 })).presentId).toBe(1)
  await isInOrder()

  const after = dump()
  await engine.ask('history.undo', {})
  expect(dump()).toEqual(before)
  expect(await engine.articleIds()).toEqual([2])
  await isInOrder()
  await engine.ask('history.redo', {})
  expect(dump()).toEqual(after)
  expect(await reimport(A)).toMatchObject({ imported: 0, duplicates: 1 })
  await isInOrder()
})

test('back and forth through three texts, each article is in the line once', async () => {
  await reimport(B)
  await reimport(C)
  expect(await lineOf(3)).toEqual([2, 1])
  await reimport(A)
  expect([await engine.articleIds(), await lineOf(1)]).toEqual([[1], [3, 2]])
  await reimport(B)
  expect([await engine.articleIds(), await lineOf(2)]).toEqual([[2], [1, 3]])
  await isInOrder()
  await reimport(C)
  expect([await engine.articleIds(), await lineOf(3)]).toEqual([[3], [2, 1]])
  expect((await engine.ask('revisions.ofArticle', { articleId: 1 })).presentId).toBe(3)
  for (let step = 0; step < 5; step++) await engine.ask('history.undo', {})
  expect([await engine.articleIds(), await lineOf(1)]).toEqual([[1], []])
  await isInOrder()
})

test('a revision that was taken back comes in again on request; one in the trash stays there', async () => {
  await reimport(B)
  await engine.ask('history.undo', {})
  expect(await engine.articleIds()).toEqual([1])
  expect(await reimport(B, false)).toMatchObject({ changed: 1, duplicates: 0 })
  expect(await reimport(B)).toMatchObject({ revised: 1 })
  expect([await engine.articleIds(), await lineOf(2)]).toEqual([[2], [1]])
  await isInOrder()
  await engine.ask('article.trash', { articleIds: [2] })
  expect(await reimport(B)).toMatchObject({ duplicates: 1, imported: 0 })
  expect(await engine.articleIds()).toEqual([])
  await isInOrder()
})

test('a look before an import tells the same', async () => {
  await reimport(B)
  writeFileSync(path, A)
  const { jobId } = await engine.ask('import.preflight', { paths: [engine.path('in')] })
  expect((await engine.finished(jobId)).report).toMatchObject({ changed: 1, inProject: 0, articles: 0 })
})
