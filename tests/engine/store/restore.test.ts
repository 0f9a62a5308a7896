import { copyFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { marker } from '../support/marking'
import { attemptStep, lastEvent, steps } from '../support/random-gestures'
import { dumpAnnotations, withRawProject } from '../support/raw-project'
import { TestEngine } from '../support/test-engine'

const TEXT = 'Ana said that 😀 taxes will fall in May. Bogdan denied it.'

interface Dump {
  spans: { article: string }[]
  articles: { uid: string; id: number }[]
}

test('any state in a history can be restored, and undo takes the restoring back', async () => {
  const engine = new TestEngine()
  await engine.create()
  const articles = [await engine.addArticle(TEXT), await engine.addArticle('Another one, said Carmen in June.')]
  const path = engine.path('run.dictum')
  const dump = () => dumpAnnotations(path) as Dump
  await fc.assert(
    fc.asyncProperty(steps, fc.nat(), async (list, pick) => {
      await engine.ask('project.close', {})
      copyFileSync(engine.path('p.dictum'), path)
      await engine.ask('project.open', { path, annotator: 'ana' })
      const articleId = articles[0]!
      const states = [{ eventId: 0, state: ofArticle(dump(), articleId) }]
      for (const [index, step] of list.entries()) {
        if (!(await attemptStep(engine, articles, step))) continue
        // an undo and a redo are states as well
        if (index % 3 === 1) await engine.ask('history.undo', {})
        if (index % 6 === 1) await engine.ask('history.redo', {})
        const [entry] = await engine.ask('history.list', { articleId, limit: 1 })
        // what was done to several articles at once is no state of this one's own
        if (entry && entry.eventId === (await lastEvent(engine)))
          states.push({ eventId: entry.eventId, state: ofArticle(dump(), articleId) })
      }
      const before = dump()
      const eventBefore = await lastEvent(engine)
      const wanted = states[pick % states.length]!
      const preview = await engine.ask('history.preview', { articleId, eventId: wanted.eventId })
      expect(preview.leftOut).toEqual([])
      await engine.ask('history.restore', { articleId, eventId: wanted.eventId })
      expect(ofArticle(dump(), articleId)).toEqual(wanted.state)
      expect(ofArticle(dump(), articles[1]!)).toEqual(ofArticle(before, articles[1]!))
      expect((await engine.ask('project.check', {})).findings).toEqual([])
      if ((await lastEvent(engine)) === eventBefore) return
      await engine.ask('history.undo', {})
      expect(dump()).toEqual(before)
    }),
    { numRuns: 30 },
  )
})

/** What a dump says of one article. */
function ofArticle(dump: Dump, articleId: number): unknown {
  const article = dump.articles.find(({ id }) => id === articleId)!
  const spans = dump.spans.filter((span) => span.article === article.uid) as { article: string; uid?: string }[]
  const uids = new Set(spans.map(({ uid }) => uid))
  const relations = (dump as unknown as { relations: { source: string }[] }).relations
  return { article, spans, relations: relations.filter(({ source }) => uids.has(source)) }
}

async function annotated() {
  const engine = new TestEngine()
  const articleId = await engine.withArticle(TEXT)
  const { mark, link } = marker(engine, articleId, TEXT)
  const claim = await mark('taxes will fall', 'claim', { form: 'indirect' })
  const speaker = await mark('Ana', 'speaker')
  await link('said_by', claim, speaker)
  const full = (await lastEvent(engine))!
  await engine.ask('article.update', { articleId, patch: { note: 'look again', title: 'Taxes', status: 'done' } })
  await engine.ask('span.update', { uid: claim.uid, patch: { attributes: { form: 'direct' } } })
  await engine.ask('span.remove', { uids: [speaker.uid] })
  const date = await mark('May', 'date')
  return { engine, articleId, claim, speaker, date, full }
}

test('the preview counts what restoring would change', async () => {
  const { engine, articleId, full } = await annotated()
  expect(await engine.ask('history.preview', { articleId, eventId: full })).toEqual({
    eventId: full,
    spans: { back: 1, removed: 1, changed: 1 },
    links: { back: 1, removed: 0 },
    fields: ['status', 'title', 'note'],
    leftOut: [],
  })
  const change = await engine.ask('history.restore', { articleId, eventId: full })
  expect(change).toMatchObject({
    kind: 'history.restore',
    articleNote: '',
    article: { status: 'in_progress' },
    undo: { undo: { summary: 'restore the article as it was after: link “taxes will fall” to “Ana” (Said by)' } },
  })
  expect((await engine.ask('history.preview', { articleId, eventId: full })).fields).toEqual([])
  // the state as imported has no number of its own
  await engine.ask('history.restore', { articleId, eventId: 0 })
  const { spans, article } = await engine.ask('article.open', { articleId })
  expect([spans, article.status]).toEqual([[], 'todo'])
})

test('restoring survives a restart as one undo', async () => {
  const { engine, articleId, full } = await annotated()
  const before = dumpAnnotations(engine.path('p.dictum'))
  await engine.ask('history.restore', { articleId, eventId: full })
  await engine.ask('project.close', {})
  await engine.ask('project.open', { path: engine.path('p.dictum'), annotator: 'bo' })
  await engine.ask('history.undo', {})
  expect(dumpAnnotations(engine.path('p.dictum'))).toEqual(before)
})

test('what the label set has no place for any more stays as it is, and is told', async () => {
  const { engine, articleId, full } = await annotated()
  await engine.ask('project.close', {})
  withRawProject(engine.path('p.dictum'), (db) => {
    const { definition } = db.prepare('SELECT definition FROM label_set').get() as { definition: string }
    const set = JSON.parse(definition)
    set.labels = set.labels.filter(({ id }: { id: string }) => id !== 'speaker')
    for (const label of set.labels) {
      if (label.id === 'claim') label.attributes = label.attributes.filter(({ id }: { id: string }) => id !== 'form')
    }
    set.relations = []
    db.prepare('UPDATE label_set SET definition = ?').run(JSON.stringify(set))
  })
  await engine.ask('project.open', { path: engine.path('p.dictum'), annotator: 'ana' })
  const preview = await engine.ask('history.preview', { articleId, eventId: full })
  expect(preview.spans).toEqual({ back: 0, removed: 1, changed: 1 })
  expect(preview.leftOut).toEqual([
    '“taxes will fall”: Claim cannot hold form any more.',
    '“Ana”: the label set has no label “speaker” any more.',
    expect.stringContaining('the label set has no relation “said_by” any more'),
  ])
  const change = await engine.ask('history.restore', { articleId, eventId: full })
  expect(change.note).toContain('Some things stay as they are.')
  expect((await engine.ask('article.open', { articleId })).spans.map(({ labelId }) => labelId)).toEqual(['claim'])
})

test('a step of another article, or none at all, is refused', async () => {
  const { engine, full } = await annotated()
  const other = await engine.addArticle('Another text.')
  expect((await engine.refused('history.restore', { articleId: other, eventId: full })).code).toBe('not_found')
  expect((await engine.refused('history.restore', { articleId: other, eventId: 9999 })).code).toBe('not_found')
  expect((await engine.refused('history.preview', { articleId: 999, eventId: 0 })).code).toBe('not_found')
})

test('who did something to an article', async () => {
  const { engine, articleId } = await annotated()
  await engine.ask('session.setAnnotator', { annotator: 'Bo' })
  await engine.ask('article.update', { articleId, patch: { flagged: true } })
  expect(await engine.ask('history.authors', { articleId })).toEqual(['Bo', 'ana'])
})
