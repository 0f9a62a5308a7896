import { beforeEach, describe, expect, test } from 'vitest'
import type { Part } from '../../../src/shared/domain/text/offsets'
import { marker, partOf } from '../support/marking'
import { TestEngine } from '../support/test-engine'
import { thereAndBack as gestureThereAndBack } from '../support/there-and-back'

const TEXT = '“Taxes will fall,” Ana Ruiz said on 3 May, “and wages will rise.” She repeated it later.'

let engine: TestEngine
let articleId: number
let mark: ReturnType<typeof marker>['mark']
let link: ReturnType<typeof marker>['link']
const stored = async () => engine.ask('article.open', { articleId })

beforeEach(async () => {
  engine = new TestEngine()
  articleId = await engine.withArticle(TEXT)
  ;({ mark, link } = marker(engine, articleId, TEXT))
})

/** In this test's project. */
const thereAndBack = (gesture: () => Promise<unknown>) => gestureThereAndBack(engine, gesture)

describe('spans', () => {
  test('create', async () => {
    await thereAndBack(async () => {
      const change = await engine.ask('span.create', {
        articleId,
        labelId: 'claim',
        parts: [partOf(TEXT, 'Taxes will fall'), partOf(TEXT, 'and wages will rise')],
        attributes: { form: 'direct' },
      })
      expect(change).toMatchObject({
        kind: 'span.create',
        articleId,
        spans: [{ words: 'Taxes will fall and wages will rise', author: 'ana', origin: 'manual', note: '' }],
        article: { status: 'in_progress', counts: { claim: 1 } },
        undo: { undo: { summary: 'mark “Taxes will fall … and wages will rise” as Claim' }, redo: null },
      })
    })
  })

  test('only the first span sets an article in progress', async () => {
    const first = await mark('Taxes will fall', 'claim')
    await engine.ask('article.update', { articleId, patch: { status: 'todo' } })
    await mark('Ana Ruiz', 'speaker')
    expect((await stored()).article.status).toBe('todo')
    await engine.ask('span.remove', { uids: [first.uid] })
    await engine.ask('article.update', { articleId, patch: { status: 'done' } })
    await mark('3 May', 'date')
    expect((await stored()).article.status).toBe('done')
  })

  test('edges', async () => {
    const span = await mark('Taxes', 'claim')
    await thereAndBack(async () => {
      const parts = [partOf(TEXT, 'Taxes will fall')]
      const change = await engine.ask('span.update', { uid: span.uid, patch: { parts } })
      expect(change.spans[0]).toMatchObject({ words: 'Taxes will fall', createdAt: span.createdAt, uid: span.uid })
      expect(change.undo.undo?.summary).toBe('move the edges of “Taxes will fall”')
    })
  })

  test('parts', async () => {
    const span = await mark('Taxes', 'claim')
    const first = partOf(TEXT, 'Taxes')
    const second = partOf(TEXT, 'fall')
    const put = async (...parts: Part[]) =>
      (await engine.ask('span.update', { uid: span.uid, patch: { parts } })).undo.undo?.summary
    expect(await put(first, second)).toBe('add a part to “Taxes”')
    expect(await put(second)).toBe('remove a part of “Taxes … fall”')
    expect(await put(first)).toBe('move the edges of “Taxes”')
    expect(await put(first, second)).toBe('add a part to “Taxes”')
    expect(await put(partOf(TEXT, 'Taxes will fall'))).toBe('move the edges of “Taxes will fall”')
  })

  test('attributes are merged, and taken away by null', async () => {
    const span = await mark('Taxes', 'claim', { form: 'direct' })
    const set = (attributes: Record<string, string | null>) =>
      engine.ask('span.update', { uid: span.uid, patch: { attributes } })
    const change = await set({ stance: 'neutral' })
    expect(change.spans[0]?.attributes).toEqual({ form: 'direct', stance: 'neutral' })
    expect(change.undo.undo?.summary).toBe('set Stance of “Taxes” to neutral')
    await thereAndBack(() => set({ form: null }))
    expect((await stored()).spans[0]?.attributes).toEqual({ stance: 'neutral' })
  })

  test('a new label drops the attributes that it does not have, and says so', async () => {
    const span = await mark('Taxes', 'claim', { form: 'direct' })
    await thereAndBack(async () => {
      const change = await engine.ask('span.update', { uid: span.uid, patch: { labelId: 'speaker' } })
      expect(change.spans[0]).toMatchObject({ labelId: 'speaker', attributes: {} })
      expect(change.note).toBe('Speaker has no such attributes, so they were dropped: Form.')
      expect(change.undo.undo?.summary).toBe('change “Taxes” to Speaker')
    })
  })

  test('a note', async () => {
    const span = await mark('Taxes', 'claim')
    await thereAndBack(() => engine.ask('span.update', { uid: span.uid, patch: { note: 'look again' } }))
  })

  test('deleting spans takes their relations along', async () => {
    const claim = await mark('Taxes will fall', 'claim')
    const speaker = await mark('Ana Ruiz', 'speaker')
    const date = await mark('3 May', 'date')
    const saidBy = await link('said_by', claim, speaker)
    const saidOn = await link('said_on', claim, date)
    await thereAndBack(async () => {
      const change = await engine.ask('span.remove', { uids: [claim.uid, date.uid] })
      expect(change.removedSpans.sort()).toEqual([claim.uid, date.uid].sort())
      expect(change.removedRelations.sort()).toEqual([saidBy.uid, saidOn.uid].sort())
      expect(change.undo.undo?.summary).toBe('delete 2 spans')
    })
  })

  test('a patch that changes nothing leaves no event', async () => {
    const span = await mark('Taxes', 'claim', { form: 'direct' })
    const events = (await engine.ask('history.list', {})).length
    const change = await engine.ask('span.update', {
      uid: span.uid,
      patch: { attributes: { form: 'direct' }, note: '' },
    })
    expect(change.undo.undo?.summary).toBe('mark “Taxes” as Claim')
    expect(await engine.ask('history.list', {})).toHaveLength(events)
  })
})

describe('relations', () => {
  test('create and remove', async () => {
    const claim = await mark('Taxes will fall', 'claim')
    const speaker = await mark('Ana Ruiz', 'speaker')
    await thereAndBack(() => link('said_by', claim, speaker))
    const [relation] = (await stored()).relations
    expect((await engine.ask('history.list', {}))[0]?.summary).toBe('link “Taxes will fall” to “Ana Ruiz” (Said by)')
    await thereAndBack(() => engine.ask('relation.remove', { uids: [relation!.uid] }))
  })
})

describe('articles', () => {
  test('status, flag, note, title and date', async () => {
    await thereAndBack(async () => {
      const patch = { status: 'done', flagged: true, note: 'n', title: 'Renamed', publishedOn: '2025-05-03' } as const
      const change = await engine.ask('article.update', { articleId, patch })
      expect(change.article).toMatchObject({
        title: 'Renamed',
        publishedOn: '2025-05-03',
        status: 'done',
        flagged: true,
      })
    })
    await engine.ask('article.update', { articleId, patch: { status: 'skipped' } })
    expect((await engine.ask('history.list', {}))[0]?.summary).toBe('set status to skipped')
  })

  test('a new title is found, and an undone one is not', async () => {
    const search = async (text: string) => [...(await engine.ask('articles.query', { filter: { text } })).articleIds]
    await engine.ask('article.update', { articleId, patch: { title: 'Harbour' } })
    expect(await search('harbour')).toEqual([articleId])
    expect(await search('wages')).toEqual([articleId])
    await engine.ask('history.undo', {})
    expect(await search('harbour')).toEqual([])
    expect((await engine.ask('project.check', {})).findings).toEqual([])
  })

  test('what is set again is no change', async () => {
    const events = (await engine.ask('history.list', {})).length
    await engine.ask('article.update', { articleId, patch: { status: 'todo', flagged: false } })
    expect(await engine.ask('history.list', {})).toHaveLength(events)
  })
})

test('long words are shortened in summaries', async () => {
  const change = await engine.ask('span.create', {
    articleId,
    labelId: 'claim',
    parts: [partOf(TEXT, 'Taxes will fall,” Ana Ruiz said on 3 May, “and')],
  })
  expect(change.undo.undo?.summary).toBe('mark “Taxes will fall,” Ana Ruiz said on 3 May…” as Claim')
})
