import { beforeEach, describe, expect, test } from 'vitest'
import type { Span } from '../../../src/shared/domain/annotations/annotations'
import { marker, partOf } from '../support/marking'
import { TestEngine } from '../support/test-engine'
import { thereAndBack } from '../support/there-and-back'

const TEXT = 'Taxes will fall, and wages will rise, Ana Ruiz said on 3 May; Bogdan Pop denied it on 4 May.'

let engine: TestEngine
let articleId: number
let mark: ReturnType<typeof marker>['mark']
let link: ReturnType<typeof marker>['link']
const part = (words: string) => partOf(TEXT, words)
const stored = async () => engine.ask('article.open', { articleId })
const split = (uid: string, first: string[], second: string[]) =>
  engine.ask('span.split', { uid, first: first.map(part), second: second.map(part) })
const merge = (span: Span, ...others: Span[]) =>
  engine.ask('span.merge', { uid: span.uid, others: others.map(({ uid }) => uid) })

/** `Said by 1 → 2`, with the spans by their words. */
async function links(): Promise<string[]> {
  const { spans, relations } = await stored()
  const words = (uid: string) => spans.find((span) => span.uid === uid)?.words
  return relations.map(({ typeId, fromUid, toUid }) => `${words(fromUid)} ${typeId} ${words(toUid)}`).sort()
}

beforeEach(async () => {
  engine = new TestEngine()
  articleId = await engine.withArticle(TEXT)
  ;({ mark, link } = marker(engine, articleId, TEXT))
})

describe('split', () => {
  test('both halves have label, attributes, note and what it is linked to', async () => {
    const claim = await mark('Taxes will fall, and wages will rise', 'claim', { form: 'direct' })
    await engine.ask('span.update', { uid: claim.uid, patch: { note: 'two in one' } })
    await link('said_by', claim, await mark('Ana Ruiz', 'speaker'))
    await link('said_on', claim, await mark('3 May', 'date'))
    await thereAndBack(engine, async () => {
      const change = await split(claim.uid, ['Taxes will fall'], ['and wages will rise'])
      const half = { labelId: 'claim', attributes: { form: 'direct' }, note: 'two in one' }
      expect(change).toMatchObject({
        kind: 'span.split',
        spans: [
          { ...half, uid: claim.uid, words: 'Taxes will fall', createdAt: claim.createdAt },
          { ...half, words: 'and wages will rise' },
        ],
        note: 'Both halves have its 2 links.',
        article: { counts: { claim: 2 } },
        undo: { undo: { summary: 'split “Taxes will fall, and wages will rise” before “and wages will rise”' } },
      })
      expect(await links()).toEqual([
        'Taxes will fall said_by Ana Ruiz',
        'Taxes will fall said_on 3 May',
        'and wages will rise said_by Ana Ruiz',
        'and wages will rise said_on 3 May',
      ])
    })
  })

  test('what is linked to it stays with the first half', async () => {
    const speakers = await mark('Ana Ruiz', 'speaker')
    await link('said_by', await mark('Taxes will fall', 'claim'), speakers)
    const change = await split(speakers.uid, ['Ana'], ['Ruiz'])
    expect(change.note).toBe('1 link to it stayed with the first half.')
    expect(await links()).toEqual(['Taxes will fall said_by Ana'])
  })

  test('a span of several parts comes apart between them', async () => {
    const parts = ['Taxes will fall', 'and wages', 'rise'].map(part)
    const uid = (await engine.ask('span.create', { articleId, labelId: 'claim', parts })).spans[0]!.uid
    await thereAndBack(engine, () => split(uid, ['Taxes will fall', 'and wages'], ['rise']))
    expect((await stored()).spans.map(({ words }) => words)).toEqual(['Taxes will fall and wages', 'rise'])
  })

  test.each<[string, string[], string[], RegExp]>([
    ['halves that overlap', ['Taxes will'], ['will fall'], /follow one another/],
    ['halves in the wrong order', ['fall'], ['Taxes'], /follow one another/],
    ['a half that reaches out of the span', ['Taxes'], ['will fall, and'], /inside the span/],
  ])('%s are refused', async (_, first, second, why) => {
    const claim = await mark('Taxes will fall', 'claim')
    const before = await stored()
    const error = await engine.refused('span.split', {
      uid: claim.uid,
      first: first.map(part),
      second: second.map(part),
    })
    expect(error).toMatchObject({ code: 'rule_broken' })
    expect(error.message).toMatch(why)
    expect(await stored()).toEqual(before)
  })

  test('a half that is marked already is refused', async () => {
    const claim = await mark('Taxes will fall', 'claim')
    await mark('fall', 'claim')
    const halves = { first: [part('Taxes')], second: [part('fall')] }
    expect((await engine.refused('span.split', { uid: claim.uid, ...halves })).message).toContain('already')
  })
})

describe('merge', () => {
  test('attributes of the first win, notes are put together, links move', async () => {
    const one = await mark('Taxes will fall', 'claim', { form: 'direct' })
    const two = await mark('wages will rise', 'claim', { form: 'indirect', stance: 'neutral' })
    await engine.ask('span.update', { uid: one.uid, patch: { note: 'first' } })
    await engine.ask('span.update', { uid: two.uid, patch: { note: 'second' } })
    const ana = await mark('Ana Ruiz', 'speaker')
    await link('said_by', one, ana)
    await link('said_by', two, ana)
    await link('via', two, await mark('Bogdan Pop', 'speaker'))
    await link('said_on', two, await mark('3 May', 'date'))
    await thereAndBack(engine, async () => {
      const change = await merge(one, two)
      expect(change).toMatchObject({
        kind: 'span.merge',
        spans: [
          {
            uid: one.uid,
            parts: [part('Taxes will fall'), part('wages will rise')],
            words: 'Taxes will fall wages will rise',
            attributes: { form: 'direct', stance: 'neutral' },
            note: 'first\nsecond',
          },
        ],
        removedSpans: [two.uid],
        note: 'Other values were dropped: Form.',
        undo: { undo: { summary: 'merge “Taxes will fall” with “wages will rise”' } },
      })
      expect(await links()).toEqual([
        'Taxes will fall wages will rise said_by Ana Ruiz',
        'Taxes will fall wages will rise said_on 3 May',
        'Taxes will fall wages will rise via Bogdan Pop',
      ])
    })
  })

  test('a link that a rule forbids is dropped, and the note says which', async () => {
    const one = await mark('Taxes will fall', 'claim')
    const two = await mark('wages will rise', 'claim')
    await link('said_on', one, await mark('3 May', 'date'))
    await link('said_on', two, await mark('4 May', 'date'))
    await thereAndBack(engine, async () => {
      const change = await merge(one, two)
      expect(change.note).toBe('The link “Said on” “4 May” was dropped: At most one “Said on” may leave a span.')
      expect(await links()).toEqual(['Taxes will fall wages will rise said_on 3 May'])
    })
  })

  test('links between the merged spans go, and links to them move without doubles', async () => {
    const one = await mark('Ana', 'speaker')
    const two = await mark('Ruiz', 'speaker')
    const claim = await mark('Taxes will fall', 'claim')
    await link('coref', two, one)
    await link('said_by', claim, one)
    await link('said_by', claim, two)
    await link('said_by', await mark('wages will rise', 'claim'), two)
    await thereAndBack(engine, async () => {
      const change = await merge(one, two)
      expect(change).toMatchObject({ spans: [{ parts: [part('Ana Ruiz')], words: 'Ana Ruiz' }], note: null })
      expect(await links()).toEqual(['Taxes will fall said_by Ana Ruiz', 'wages will rise said_by Ana Ruiz'])
    })
  })

  test('what overlaps becomes one part; three become one', async () => {
    const spans = [await mark('will fall', 'claim'), await mark('Taxes will', 'claim'), await mark('rise', 'claim')]
    await thereAndBack(engine, () => merge(spans[0]!, spans[1]!, spans[2]!))
    expect((await stored()).spans).toMatchObject([
      { uid: spans[0]!.uid, parts: [part('Taxes will fall'), part('rise')] },
    ])
  })

  test('split is taken back by merge, links and all', async () => {
    const claim = await mark('Taxes will fall', 'claim', { form: 'direct' })
    await link('said_by', claim, await mark('Ana Ruiz', 'speaker'))
    const before = await stored()
    const halves = await split(claim.uid, ['Taxes'], ['will fall'])
    await engine.ask('span.merge', { uid: claim.uid, others: [halves.spans[1]!.uid] })
    const after = await stored()
    const still = ({ updatedAt: _, ...span }: Span) => span
    expect(after.spans.map(still)).toEqual(before.spans.map(still))
    expect(after.relations).toEqual(before.relations)
  })

  test('other labels, other articles, itself, and what is marked already are refused', async () => {
    const claim = await mark('Taxes', 'claim')
    const refused = async (others: string[]) => (await engine.refused('span.merge', { uid: claim.uid, others })).message
    expect(await refused([(await mark('Ana Ruiz', 'speaker')).uid])).toContain('one label')
    expect(await refused([claim.uid])).toContain('itself')
    const elsewhere = await engine.addArticle('Elsewhere.')
    const far = (await marker(engine, elsewhere, 'Elsewhere.').mark('Elsewhere', 'claim')).uid
    expect(await refused([far])).toContain('one article')
    await mark('Taxes will', 'claim')
    expect(await refused([(await mark('will', 'claim')).uid])).toContain('already')
  })
})
