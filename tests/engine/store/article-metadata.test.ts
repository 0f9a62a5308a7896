import { readFileSync } from 'node:fs'
import { beforeEach, expect, test } from 'vitest'
import type { WindowParams } from '../../../src/shared/contract/window-methods'
import { dumpAll } from '../support/raw-project'
import { TestEngine } from '../support/test-engine'

const FILE = `---
title: Portul
date: 2025-12-23
url: https://gazeta.example/port
tags: [port, dig]
author: Ilinca Dobre
pages: 3
checked: true
sources: [primărie, pescari]
---
Primarul a anunțat că portul va fi închis trei zile. Pescarii nu au fost întrebați de nimeni.
`

let engine: TestEngine
let articleId: number
const dump = () => dumpAll(engine.path('p.dictum'))
const open = async () => (await engine.ask('article.open', { articleId })).article
const update = (patch: WindowParams<'article.update'>['patch']) => engine.ask('article.update', { articleId, patch })

beforeEach(async () => {
  engine = new TestEngine()
  await engine.create()
  articleId = await engine.addArticle(FILE, 'port.md')
})

test('what a file says of its article is kept and shown', async () => {
  const { extra, ...article } = await open()
  expect(article).toMatchObject({
    title: 'Portul',
    publishedOn: '2025-12-23',
    dateFound: 'front_matter',
    lang: 'ro',
    langFound: 'detected',
    url: 'https://gazeta.example/port',
    tags: ['dig', 'port'],
    format: 'markdown',
    encoding: 'utf-8',
    encodingConfidence: 1,
  })
  expect(Object.entries(extra)).toEqual([
    ['author', 'Ilinca Dobre'],
    ['pages', 3],
    ['checked', true],
    ['sources', ['primărie', 'pescari']],
  ])
})

test('language, tags and date are changed by hand, and taken back, also after the project was closed', async () => {
  const before = dump()
  const language = await update({ lang: 'ro_md' })
  expect(language.articleMeta).toMatchObject({ lang: 'ro-MD', langFound: 'user' })
  expect(language.undo.undo?.summary).toBe('set language to ro-MD')
  const tags = await update({ tags: { add: ['port', 'șantier', 'port'], remove: ['dig'] } })
  expect(tags.articleMeta?.tags).toEqual(['port', 'șantier'])
  expect(tags.undo.undo?.summary).toBe('add tag “șantier”, take away tag “dig”')
  expect((await update({ publishedOn: '2025-12-24' })).articleMeta?.dateFound).toBe('user')
  expect((await update({ publishedOn: null })).articleMeta?.dateFound).toBeNull()
  expect((await engine.ask('project.check', {})).findings).toEqual([])
  await engine.ask('project.close', {})
  await engine.ask('project.open', { path: engine.path('p.dictum'), annotator: 'ana' })
  for (let n = 0; n < 4; n++) await engine.ask('history.undo', {})
  expect(dump()).toEqual(before)
  for (let n = 0; n < 4; n++) await engine.ask('history.redo', {})
  expect(await open()).toMatchObject({ lang: 'ro-MD', tags: ['port', 'șantier'], publishedOn: null, dateFound: null })
  expect((await engine.ask('project.check', {})).findings).toEqual([])
})

test('what changes nothing is no gesture, and what is no language is refused', async () => {
  const before = dump()
  await update({ lang: 'ro', tags: { add: ['port', 'dig'], remove: ['other'] }, publishedOn: '2025-12-23' })
  await expect(update({ lang: 'Romanian, I think' })).rejects.toThrow('no tag of a language')
  expect(dump()).toEqual(before)
})

test('an earlier state brings them back', async () => {
  await update({ lang: 'en', tags: { remove: ['dig', 'port'] }, publishedOn: '2020-01-01' })
  const preview = await engine.ask('history.preview', { articleId, eventId: 0 })
  expect(preview.fields).toEqual(['publishedOn', 'lang', 'tags'])
  await engine.ask('history.restore', { articleId, eventId: 0 })
  expect(await open()).toMatchObject({
    lang: 'ro',
    langFound: 'detected',
    tags: ['dig', 'port'],
    dateFound: 'front_matter',
  })
})

test('the export says it on every line, as soon as one article has it', async () => {
  await engine.addArticle('Plain text without anything said of it.')
  await engine.export(engine.path('out.jsonl'))
  const lines = readFileSync(engine.path('out.jsonl'), 'utf8').trimEnd().split('\n')
  const metas = lines.map((line) => (JSON.parse(line) as { meta: Record<string, unknown> }).meta)
  const keys = ['title', 'published_on', 'lang', 'source', 'sha256', 'status', 'url', 'tags', 'extra']
  expect(metas.map((meta) => Object.keys(meta))).toEqual([keys, keys])
  const said = metas.find(({ title }) => title === 'Portul')
  expect(said).toMatchObject({
    lang: 'ro',
    url: 'https://gazeta.example/port',
    tags: ['dig', 'port'],
    extra: { author: 'Ilinca Dobre', pages: 3, checked: true, sources: ['primărie', 'pescari'] },
  })
  expect(metas.find(({ title }) => title !== 'Portul')).toMatchObject({ lang: 'en', url: null, tags: [], extra: {} })
})
