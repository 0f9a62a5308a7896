import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { marker } from '../support/marking'
import { dumpAnnotations } from '../support/raw-project'
import { TestEngine } from '../support/test-engine'

test('a copy of an open project is whole, and a project of its own', async () => {
  const engine = new TestEngine()
  const text = 'Ana said that taxes will fall.'
  const articleId = await engine.withArticle(text)
  await marker(engine, articleId, text).mark('Ana', 'speaker')
  expect(await engine.ask('project.backup', { path: engine.path('copy.dictum') })).toEqual({
    path: engine.path('copy.dictum'),
  })
  expect(dumpAnnotations(engine.path('copy.dictum'))).toEqual(dumpAnnotations(engine.path('p.dictum')))
  await marker(engine, articleId, text).mark('taxes', 'claim')
  const copy = await engine.ask('project.open', { path: engine.path('copy.dictum'), annotator: 'ana' })
  expect(copy).toMatchObject({ articles: 1, undo: { undo: { summary: 'mark “Ana” as Speaker' } } })
  expect((await engine.ask('article.open', { articleId })).spans).toHaveLength(1)
  expect((await engine.ask('project.check', {})).findings).toEqual([])
})

test('a copy never replaces a file, and leaves nothing where it cannot be made', async () => {
  const engine = new TestEngine()
  await engine.create()
  const names = readdirSync(engine.folder)
  expect(await engine.refused('project.backup', { path: engine.path('p.dictum') })).toMatchObject({
    code: 'project_exists',
  })
  expect(await engine.refused('project.backup', { path: engine.path('no/p.dictum') })).toMatchObject({
    code: 'not_found',
  })
  expect(readdirSync(engine.folder)).toEqual(names)
})
