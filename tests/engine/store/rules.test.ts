import { beforeEach, describe, expect, test } from 'vitest'
import type { WindowMethod, WindowParams } from '../../../src/shared/contract/window-methods'
import { docOffset, type Part } from '../../../src/shared/domain/text/offsets'
import { marker, partOf } from '../support/marking'
import { dumpAnnotations } from '../support/raw-project'
import { TestEngine } from '../support/test-engine'

const TEXT = 'Ana said: “😀 Taxes will fall.” \n Bogdan agreed on 3 May, and Ana denied it on 4 May.'

let engine: TestEngine
let articleId: number
let mark: ReturnType<typeof marker>['mark']
let link: ReturnType<typeof marker>['link']

beforeEach(async () => {
  engine = new TestEngine()
  articleId = await engine.withArticle(TEXT)
  ;({ mark, link } = marker(engine, articleId, TEXT))
})

/** Asks for what a rule forbids; nothing may have changed. Returns the sentence. */
async function forbidden<M extends WindowMethod>(method: M, params: WindowParams<M>): Promise<string> {
  const before = dumpAnnotations(engine.path('p.dictum'))
  const error = await engine.refused(method, params as never)
  expect(error.code).toBe('rule_broken')
  expect(dumpAnnotations(engine.path('p.dictum'))).toEqual(before)
  return error.message
}

const parts = (...pairs: [number, number][]): Part[] => pairs.map(([a, b]) => [docOffset(a), docOffset(b)])
const emoji = TEXT.indexOf('😀')
const gap = TEXT.indexOf(' \n ')

describe('parts', () => {
  test.each<[string, Part[], string]>([
    ['empty', parts([3, 3]), 'empty'],
    ['backwards', parts([5, 3]), 'empty'],
    ['past the end', parts([0, TEXT.length + 1]), 'past the end'],
    ['overlapping', parts([0, 5], [4, 8]), 'follow one another'],
    ['touching', parts([0, 3], [3, 8]), 'follow one another'],
    ['in the wrong order', parts([4, 8], [0, 3]), 'follow one another'],
    ['half a character at the start', parts([emoji + 1, emoji + 4]), 'inside a character'],
    ['half a character at the end', parts([0, emoji + 1]), 'inside a character'],
    ['white space', parts([gap, gap + 3]), 'white space'],
    ['one part white space', parts([0, 3], [gap, gap + 3]), 'white space'],
  ])('%s', async (_, wrong, why) => {
    const message = await forbidden('span.create', { articleId, labelId: 'claim', parts: wrong })
    expect(message).toContain(why)
    const span = await mark('Taxes', 'claim')
    expect(await forbidden('span.update', { uid: span.uid, patch: { parts: wrong } })).toContain(why)
  })

  test('no parts, fractions and negative numbers are no request at all', async () => {
    for (const wrong of [[], [[-1, 3]], [[0.5, 3]], [[0]], 'x']) {
      const error = await engine.refused('span.create', { articleId, labelId: 'claim', parts: wrong as never })
      expect(error.code).toBe('bad_request')
    }
  })
})

describe('labels and attributes', () => {
  const create = (labelId: string, attributes: Record<string, never | string | string[] | number> = {}) =>
    forbidden('span.create', { articleId, labelId, parts: parts([0, 3]), attributes })

  test('unknown label', async () => expect(await create('nonsense')).toContain('nonsense'))
  test('unknown attribute', async () =>
    expect(await create('claim', { mood: 'x' })).toBe('Claim has no attribute “mood”.'))
  test('unknown option', async () =>
    expect(await create('claim', { form: 'loud' })).toContain('one of direct, indirect'))
  test('a list for a choice', async () =>
    expect(await create('claim', { form: ['direct'] })).toContain('“Form” must be'))
  test('a number for a text', async () => expect(await create('speaker', { role: 3 })).toContain('a text'))
  test('no such day', async () => expect(await create('date', { begin: '2025-02-30' })).toContain('a day'))
  test('an entity as a value', async () => expect(await create('speaker', { entity: 'Ana' })).toContain('entity'))

  test('the same words with the same label by the same author', async () => {
    const first = await mark('Ana', 'speaker')
    expect(await create('speaker')).toContain('marked with this label already')
    const other = await mark('Taxes', 'speaker')
    const same = { uid: other.uid, patch: { parts: first.parts } }
    expect(await forbidden('span.update', same)).toContain('already')
    await engine.ask('session.setAnnotator', { annotator: 'bogdan' })
    expect((await mark('Ana', 'speaker')).author).toBe('bogdan')
  })
})

describe('relations', () => {
  const relate = (typeId: string, fromUid: string, toUid: string) =>
    forbidden('relation.create', { typeId, fromUid, toUid })

  test('types and ends', async () => {
    const claim = await mark('Taxes will fall', 'claim')
    const speaker = await mark('Bogdan', 'speaker')
    expect(await relate('nonsense', claim.uid, speaker.uid)).toContain('nonsense')
    expect(await relate('said_by', speaker.uid, claim.uid)).toBe('“Said by” starts at Claim, not at Speaker.')
    expect(await relate('said_on', claim.uid, speaker.uid)).toBe('“Said on” leads to Date, not to Speaker.')
    expect(await relate('coref', speaker.uid, speaker.uid)).toContain('itself')
  })

  test('twice the same', async () => {
    const claim = await mark('Taxes will fall', 'claim')
    const speaker = await mark('Bogdan', 'speaker')
    await link('said_by', claim, speaker)
    expect(await relate('said_by', claim.uid, speaker.uid)).toContain('already')
    await link('via', claim, speaker)
  })

  test('at most one said_on', async () => {
    const claim = await mark('Taxes will fall', 'claim')
    const [third, fourth] = [await mark('3 May', 'date'), await mark('4 May', 'date')]
    await link('said_on', claim, third)
    expect(await relate('said_on', claim.uid, fourth.uid)).toContain('At most one “Said on”')
    await link('about_time', claim, third)
    await link('about_time', claim, fourth)
  })

  test('no circle of coref', async () => {
    const a = await mark('Ana', 'speaker')
    const b = await mark('Bogdan', 'speaker')
    const c = await mark('Ana denied', 'speaker')
    await link('coref', a, b)
    await link('coref', b, c)
    expect(await relate('coref', c.uid, a.uid)).toBe('This “Same as” would close a circle.')
    await link('coref', a, c)
  })

  test('two articles', async () => {
    const claim = await mark('Taxes will fall', 'claim')
    const elsewhere = await engine.addArticle('Carmen spoke.')
    const speaker = await marker(engine, elsewhere, 'Carmen spoke.').mark('Carmen', 'speaker')
    expect(await relate('said_by', claim.uid, speaker.uid)).toContain('one article')
    expect(await forbidden('span.remove', { uids: [claim.uid, speaker.uid] })).toContain('several articles')
  })

  test('a label that a relation does not allow is refused by its title', async () => {
    const claim = await mark('Taxes will fall', 'claim')
    const speaker = await mark('Bogdan', 'speaker')
    await link('said_by', claim, speaker)
    const message = await forbidden('span.update', { uid: speaker.uid, patch: { labelId: 'date' } })
    expect(message).toContain('link “Said by” from “Taxes will fall” would not fit Date')
    expect(message).toContain('Take the link away first')
    expect(await forbidden('span.update', { uid: claim.uid, patch: { labelId: 'cue' } })).toContain(
      '“Said by” to “Bogdan”',
    )
  })
})

test('what is not there is not_found', async () => {
  const asks = [
    engine.refused('span.update', { uid: 'x', patch: {} }),
    engine.refused('span.remove', { uids: ['x'] }),
    engine.refused('relation.remove', { uids: ['x'] }),
    engine.refused('article.open', { articleId: 99 }),
    engine.refused('article.update', { articleId: 99, patch: {} }),
    engine.refused('span.create', { articleId: 99, labelId: 'claim', parts: [partOf(TEXT, 'Ana')] }),
  ]
  for (const error of await Promise.all(asks)) expect(error.code).toBe('not_found')
})
