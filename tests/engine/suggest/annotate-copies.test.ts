import { beforeEach, expect, test } from 'vitest'
import type { Job } from '../../../src/shared/contract/jobs'
import { docOffset } from '../../../src/shared/domain/text/offsets'
import { marker, partOf } from '../support/marking'
import { dumpAnnotations } from '../support/raw-project'
import { searched } from '../support/searched'
import { TestEngine } from '../support/test-engine'

const BODY = [
  'Mayor Irina Dobre said on Monday that the new quay would cost four million, and that work starts in spring.',
  'The council has asked for other offers. No date was named. The harbour union wants the work done by its members.',
  'No comment, said the union. The company wrote that it would answer in good time. No comment, said the union.',
  'Dobre will meet the minister in March, according to her office, which gave no further details to the press.',
]
const ORIGINAL = ['Quay to cost four million', ...BODY].join('\n')
const SECOND = ['Four million for a quay', ...BODY].join('\n').replace('work starts in spring', 'works begin in spring')
const THIRD = [
  'A quay',
  ...BODY,
  'Reporting by the Agency.',
  'No comment, said the union. The company wrote that it would answer in good time.',
].join('\n')

let engine: TestEngine
const [first, second, third] = [1, 2, 3]

beforeEach(async () => {
  engine = new TestEngine()
  await engine.create()
  await engine.import([
    engine.file('a.txt', ORIGINAL),
    engine.file('b.txt', SECOND),
    engine.file('c.txt', THIRD),
    engine.file(
      'd.txt',
      'Weather\nSun in the morning, rain at night, and a light wind from the sea on all the other days.',
    ),
  ])
  await searched(engine, 1)
})

const open = (articleId: number) => engine.ask('article.open', { articleId })
const dump = () => dumpAnnotations(engine.path('p.dictum'))

async function annotateOnce(articleId = first): Promise<Extract<Job, { kind: 'suggest' }>> {
  const job = await engine.finished((await engine.ask('suggest.copies', { articleId })).jobId)
  if (job.kind !== 'suggest') throw new Error(job.kind)
  return job
}

async function annotated() {
  const { mark, link } = marker(engine, first, ORIGINAL)
  const speaker = await mark('Mayor Irina Dobre', 'speaker', { mention: 'named' })
  const claim = await mark('the new quay would cost four million', 'claim', { form: 'indirect' })
  await link('said_by', claim, speaker)
  return { mark, speaker, claim }
}

test('spans are proposed in every copy, with their attributes; one undo takes all of it back', async () => {
  await annotated()
  const before = dump()
  const { report } = await annotateOnce()
  expect(report).toMatchObject({ suggestions: 4, articles: 2, unplaced: [] })
  for (const [id, text] of [
    [second, SECOND],
    [third, THIRD],
  ] as const) {
    const { suggestions, spans } = await open(id)
    expect(spans).toEqual([])
    expect(
      suggestions.map(({ words, parts, attributes }) => ({
        words,
        at: text.indexOf(words) === parts[0]![0],
        attributes,
      })),
    ).toEqual([
      { words: 'Mayor Irina Dobre', at: true, attributes: { mention: 'named' } },
      { words: 'the new quay would cost four million', at: true, attributes: { form: 'indirect' } },
    ])
    expect(suggestions[0]!.reason).toContain('Quay to cost four million')
  }
  expect((await open(4)).suggestions).toEqual([])
  const after = dump()
  await engine.ask('history.undo', {})
  expect(dump()).toEqual(before)
  await engine.ask('history.redo', {})
  expect(dump()).toEqual(after)
  expect((await engine.ask('project.check', {})).findings).toEqual([])
})

test('words that have changed, or stand in several such places, are told and not guessed', async () => {
  const { mark } = await annotated()
  await mark('work starts in spring', 'claim')
  await engine.ask('span.create', {
    articleId: first,
    labelId: 'claim',
    parts: [partOf(ORIGINAL, 'No comment')],
    attributes: {},
  })
  const { report } = await annotateOnce()
  expect(report?.unplaced?.map(({ articleId, words, places }) => ({ articleId, words, places }))).toEqual([
    { articleId: second, words: 'work starts in spring', places: 1 },
    // said a third time there
    { articleId: third, words: 'No comment', places: 3 },
  ])
})

test('a link follows when both of its ends are accepted, also one after the other, and goes with an undo', async () => {
  await annotated()
  await annotateOnce()
  const { suggestions } = await open(second)
  const accept = (uid: string) => engine.ask('suggestion.judge', { verdict: 'accept', which: { uids: [uid] } })
  expect((await accept(suggestions[0]!.uid)).relations).toEqual([])
  const change = await accept(suggestions[1]!.uid)
  expect(change.relations.map(({ typeId, origin }) => ({ typeId, origin }))).toEqual([
    { typeId: 'said_by', origin: 'suggested' },
  ])
  await engine.ask('history.undo', {})
  expect((await open(second)).relations).toEqual([])
  await engine.ask('history.redo', {})
  // all of a run at once
  const runUid = (await open(third)).suggestions[0]!.runUid
  await engine.ask('suggestion.judge', { verdict: 'accept', which: { runUid } })
  const there = await open(third)
  expect(there.relations).toHaveLength(1)
  expect(there.relations[0]).toMatchObject({
    fromUid: there.spans.find(({ labelId }) => labelId === 'claim')!.uid,
    toUid: there.spans.find(({ labelId }) => labelId === 'speaker')!.uid,
  })
  expect((await engine.ask('project.check', {})).findings).toEqual([])
})

test('what is marked in a copy already is left alone, and linked with', async () => {
  await annotated()
  await marker(engine, second, SECOND).mark('Mayor Irina Dobre', 'speaker')
  expect((await annotateOnce()).report).toMatchObject({ suggestions: 3 })
  const { suggestions } = await open(second)
  const change = await engine.ask('suggestion.judge', { verdict: 'accept', which: { uids: [suggestions[0]!.uid] } })
  expect(change.relations).toHaveLength(1)
  // what was rejected is not proposed again
  const runUid = (await open(third)).suggestions[0]!.runUid
  await engine.ask('suggestion.judge', { verdict: 'reject', which: { runUid } })
  expect((await annotateOnce()).report).toMatchObject({ suggestions: 0, eventId: null })
})

test('a span of several parts goes along with all of them', async () => {
  const parts = [partOf(ORIGINAL, 'Dobre will meet'), partOf(ORIGINAL, 'in March')]
  await engine.ask('span.create', { articleId: first, labelId: 'claim', parts, attributes: {} })
  await annotateOnce()
  const [suggestion] = (await open(third)).suggestions
  const by = THIRD.indexOf('Dobre will meet') - parts[0]![0]
  expect(suggestion?.parts).toEqual(parts.map(([start, end]) => [docOffset(start + by), docOffset(end + by)]))
})

test('refused: nothing marked, no copies', async () => {
  expect((await engine.refused('suggest.copies', { articleId: first })).message).toContain('Nothing is marked')
  await engine.ask('span.create', {
    articleId: 4,
    labelId: 'claim',
    parts: [[docOffset(0), docOffset(7)]],
    attributes: {},
  })
  expect((await engine.refused('suggest.copies', { articleId: 4 })).message).toContain('No other article')
  expect((await engine.refused('suggest.copies', { articleId: 99 })).code).toBe('not_found')
})
