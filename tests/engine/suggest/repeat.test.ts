import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Job } from '../../../src/shared/contract/jobs'
import type { Suggestion } from '../../../src/shared/domain/annotations/suggestions'
import { marker } from '../support/marking'
import { dumpAnnotations, withRawProject } from '../support/raw-project'
import { TestEngine } from '../support/test-engine'

const TEXT = [
  'Dobre a vorbit. Irina Dobre 👩‍👩‍👧 spune: dobre! DOBRE.',
  'Dobrești nu e Dobre; „Dobre”, Dobre.',
  'Țara, tara, T\u0326ara, ȚARA.',
].join('\n')
const OTHER = 'Nimic. Dobre tace, iar Dobre pleacă.'

let engine: TestEngine
let articleId: number
let otherId: number
let mark: ReturnType<typeof marker>['mark']

beforeEach(async () => {
  engine = new TestEngine()
  articleId = await engine.withArticle(TEXT)
  otherId = await engine.addArticle(OTHER)
  mark = marker(engine, articleId, TEXT).mark
})

const dump = () => dumpAnnotations(engine.path('p.dictum'))
const open = (id: number) => engine.ask('article.open', { articleId: id })
const wordsOf = async (id: number) => (await open(id)).spans.map(({ words }) => words)
const placesOf = (rows: readonly Pick<Suggestion, 'parts'>[]) => rows.map(({ parts }) => parts[0]![0])

async function suggest(uid: string): Promise<Extract<Job, { kind: 'suggest' }>> {
  const job = await engine.finished((await engine.ask('suggest.repeat', { uid })).jobId)
  if (job.kind !== 'suggest') throw new Error(job.kind)
  return job
}

describe('in the article', () => {
  test('marks what is spelled just so, suggests what is not, leaves what is marked; one gesture', async () => {
    await mark('Irina Dobre', 'speaker')
    const source = await mark('Dobre', 'speaker', { mention: 'named' })
    const before = dump()
    const change = await engine.ask('span.repeat', { uid: source.uid })
    // not inside “Irina Dobre”, not inside “Dobrești”
    expect(change.spans.map(({ words }) => words)).toEqual(['Dobre', 'Dobre', 'Dobre'])
    expect(placesOf(change.spans)).toEqual([
      TEXT.indexOf('Dobre;'),
      TEXT.indexOf('Dobre”'),
      TEXT.indexOf('Dobre.', TEXT.indexOf('Dobre”')),
    ])
    for (const span of change.spans) {
      expect(span).toMatchObject({
        origin: 'repeated',
        labelId: 'speaker',
        attributes: { mention: 'named' },
        author: 'ana',
      })
    }
    expect(change.suggestions.map(({ words }) => words)).toEqual(['dobre', 'DOBRE'])
    expect(change.note).toBe('3 more marked, 2 spelled in another way are suggested.')
    expect(change.undo.undo?.summary).toBe('repeat “Dobre” as Speaker, 3 more')
    const after = dump()
    const undone = await engine.ask('history.undo', {})
    expect(undone).toMatchObject({ spans: [], suggestions: [] })
    expect([undone.removedSpans.length, undone.removedSuggestions.length]).toEqual([3, 2])
    expect(dump()).toEqual(before)
    await engine.ask('history.redo', {})
    expect(dump()).toEqual(after)
  })

  test('composed and decomposed letters are the same spelling; other letters are not', async () => {
    const source = await mark('Țara', 'claim')
    const change = await engine.ask('span.repeat', { uid: source.uid })
    expect(change.spans.map(({ words }) => words)).toEqual(['T\u0326ara'])
    expect(change.suggestions.map(({ words }) => words)).toEqual(['tara', 'ȚARA'])
  })

  test('finding nothing leaves no event', async () => {
    const source = await mark('Irina', 'speaker')
    const { undo } = await engine.ask('project.current', {}).then((project) => project!)
    const change = await engine.ask('span.repeat', { uid: source.uid })
    expect(change).toMatchObject({
      spans: [],
      suggestions: [],
      note: 'No other place here says this and is free.',
      undo,
    })
  })

  test('part of a word is found inside words, emoji whole', async () => {
    const at = TEXT.indexOf('👩')
    const emoji = '👩‍👩‍👧'
    const text = 'Klimaschutz und Klimapolitik; 👩‍👩‍👧 und 👩‍👩‍👧, nicht 👩.'
    const id = await engine.addArticle(text)
    const one = await marker(engine, id, text).mark('Klima', 'claim')
    expect((await engine.ask('span.repeat', { uid: one.uid })).spans.map(({ parts }) => parts)).toEqual([[[16, 21]]])
    const family = await marker(engine, id, text).mark(emoji, 'speaker')
    expect((await engine.ask('span.repeat', { uid: family.uid })).spans.map(({ words }) => words)).toEqual([emoji])
    expect(at).toBeGreaterThan(0)
  })

  test('a span of several parts, or over lines, is refused with the reason', async () => {
    const one = await mark('Irina', 'speaker')
    const two = await mark('vorbit', 'speaker')
    await engine.ask('span.update', { uid: one.uid, patch: { parts: [...two.parts, ...one.parts] } })
    expect(await engine.refused('span.repeat', { uid: one.uid })).toMatchObject({
      code: 'rule_broken',
      message: expect.stringContaining('several parts'),
    })
    const lines = await mark('DOBRE.\nDobrești', 'claim')
    expect((await engine.refused('suggest.repeat', { uid: lines.uid })).message).toContain('several lines')
  })
})

describe('in the corpus', () => {
  test('suggests everywhere, as one step; nothing of it is an annotation', async () => {
    const source = await mark('Dobre', 'speaker', { mention: 'named', role: 'primar' })
    const before = dump()
    const exported = engine.path('before.jsonl')
    await engine.export(exported)
    const stats = await engine.ask('project.stats', {})

    const job = await suggest(source.uid)
    expect(job).toMatchObject({ state: 'done', report: { suggestions: 8, articles: 2, summary: '“Dobre”' } })
    expect(engine.events.some(({ type }) => type === 'annotations-changed')).toBe(true)
    const here = await open(articleId)
    expect(here.suggestions.map(({ words }) => words)).toEqual(['Dobre', 'dobre', 'DOBRE', 'Dobre', 'Dobre', 'Dobre'])
    // what was chosen holds elsewhere; what was written for this place does not
    expect(here.suggestions[0]).toMatchObject({ attributes: { mention: 'named' }, source: 'repeat', author: 'ana' })
    expect(here.suggestions.map(({ reason }) => reason)[1]).toBe('“Dobre”, spelled in another way')
    expect(here.article).toMatchObject({ suggestions: 6, counts: { speaker: 1 } })
    expect(await engine.ask('articles.query', { filter: { suggested: true } })).toMatchObject({
      articleIds: Int32Array.of(articleId, otherId),
      suggested: 2,
    })

    await engine.export(engine.path('after.jsonl'))
    expect(readFileSync(engine.path('after.jsonl'), 'utf8')).toBe(readFileSync(exported, 'utf8'))
    expect(await engine.ask('project.stats', {})).toEqual(stats)
    expect((await engine.ask('project.check', {})).findings).toEqual([])

    const after = dump()
    const undone = await engine.ask('history.undo', {})
    expect(undone).toMatchObject({ articleId: null, kind: 'history.undo' })
    expect(dump()).toEqual(before)
    await engine.ask('history.redo', {})
    expect(dump()).toEqual(after)
  })

  test('a second run suggests nothing twice, and nothing that was judged', async () => {
    const source = await mark('Dobre', 'speaker')
    await suggest(source.uid)
    expect((await suggest(source.uid)).report).toMatchObject({ suggestions: 0, eventId: null })
    const { suggestions } = await open(otherId)
    await engine.ask('suggestion.judge', { verdict: 'reject', which: { uids: [suggestions[0]!.uid] } })
    expect((await suggest(source.uid)).report).toMatchObject({ suggestions: 0 })
    expect((await open(otherId)).suggestions).toHaveLength(1)
    // another label may be proposed there
    const claim = await mark('Dobre', 'claim')
    expect((await suggest(claim.uid)).report).toMatchObject({ suggestions: 8 })
  })

  test.each([
    ['東京', '東京は暑い。「東京」と東京都。', 2],
    ['Путин', 'Путин и путин, а не Путина. Путин!', 2],
    ['ا', 'ا b ا', 1],
  ])('words that the index splits in another way are found as well: %s', async (words, text, count) => {
    const id = await engine.addArticle(text)
    const source = await marker(engine, id, text).mark(words, 'speaker')
    expect((await suggest(source.uid)).report).toMatchObject({ suggestions: count, articles: 1 })
  })

  test('cancelled, it leaves nothing', async () => {
    for (let n = 0; n < 40; n++) await engine.addArticle(`Dobre ${'x '.repeat(20_000)} ${n}`)
    const source = await mark('Dobre', 'speaker')
    const before = dump()
    const { jobId } = await engine.ask('suggest.repeat', { uid: source.uid })
    expect(await engine.ask('job.cancel', { jobId })).toEqual({ cancelled: true })
    expect(await engine.finished(jobId)).toMatchObject({ state: 'cancelled', report: null })
    expect(dump()).toEqual(before)
  })
})

describe('judging', () => {
  test('an accepted one becomes a span that says so; the first begins its article', async () => {
    const source = await mark('Dobre', 'speaker', { mention: 'named' })
    await suggest(source.uid)
    const before = dump()
    const [first] = (await open(otherId)).suggestions
    const change = await engine.ask('suggestion.judge', { verdict: 'accept', which: { uids: [first!.uid] } })
    expect(change).toMatchObject({
      articleId: otherId,
      spans: [{ words: 'Dobre', origin: 'suggested', author: 'ana', attributes: { mention: 'named' } }],
      suggestions: [],
      removedSuggestions: [first!.uid],
      article: { status: 'in_progress', suggestions: 1, counts: { speaker: 1 } },
      undo: { undo: { summary: 'accept “Dobre” as Speaker' } },
    })
    expect((await engine.ask('project.check', {})).findings).toEqual([])
    const undone = await engine.ask('history.undo', {})
    expect(undone).toMatchObject({ suggestions: [{ uid: first!.uid }], article: { status: 'todo', suggestions: 2 } })
    expect(dump()).toEqual(before)
    expect(await wordsOf(otherId)).toEqual([])
  })

  test('all of a label in an article, all of a run, each as one step', async () => {
    const source = await mark('Dobre', 'speaker')
    const run = (await suggest(source.uid)).report!.runUid
    const suggested = dump()
    const here = await engine.ask('suggestion.judge', {
      verdict: 'accept',
      which: { articleId, labelId: 'speaker' },
    })
    expect(here).toMatchObject({ articleId, undo: { undo: { summary: 'accept 6 suggestions' } } })
    expect(here.spans).toHaveLength(6)
    await engine.ask('history.undo', {})
    expect(dump()).toEqual(suggested)
    const everywhere = await engine.ask('suggestion.judge', { verdict: 'accept', which: { runUid: run } })
    expect(everywhere).toMatchObject({
      articleId: null,
      spans: [],
      undo: { undo: { summary: 'accept 8 suggestions in 2 articles' } },
    })
    expect([(await wordsOf(articleId)).length, (await wordsOf(otherId)).length]).toEqual([7, 2])
    await engine.ask('history.undo', {})
    expect(dump()).toEqual(suggested)
    await engine.ask('suggestion.judge', { verdict: 'reject', which: { runUid: run } })
    expect(await engine.ask('articles.query', { filter: { suggested: true } })).toMatchObject({
      articleIds: new Int32Array(),
    })
    expect(await engine.refused('suggestion.judge', { verdict: 'accept', which: { runUid: run } })).toMatchObject({
      code: 'not_found',
    })
  })

  test('marking by hand just what is suggested accepts it', async () => {
    const source = await mark('Dobre', 'speaker')
    await suggest(source.uid)
    const { suggestions } = await open(otherId)
    const { parts } = suggestions[0]!
    const other = await engine.ask('span.create', { articleId: otherId, labelId: 'claim', parts })
    expect(other.removedSuggestions).toEqual([])
    const made = await engine.ask('span.create', { articleId: otherId, labelId: 'speaker', parts })
    expect(made).toMatchObject({ removedSuggestions: [suggestions[0]!.uid], spans: [{ origin: 'manual' }] })
  })
})

test('the check holds the words of suggestions against the text', async () => {
  const source = await mark('Dobre', 'speaker')
  await suggest(source.uid)
  await engine.ask('project.close', {})
  withRawProject(engine.path('p.dictum'), (db) =>
    db.exec(`UPDATE suggestion SET words = 'Bodre' WHERE id = (SELECT min(id) FROM suggestion)`),
  )
  await engine.ask('project.open', { path: engine.path('p.dictum'), annotator: 'ana' })
  const report = await engine.ask('project.check', {})
  expect(report).toMatchObject({ ok: false, offset_mismatches: 1, findings: [{ code: 'offset_mismatch' }] })
})

test('the history keeps tens of thousands of suggestions in little room', async () => {
  const id = await engine.addArticle('Ana spune. '.repeat(20_000))
  const source = await marker(engine, id, 'Ana spune.').mark('Ana', 'speaker')
  expect((await suggest(source.uid)).report).toMatchObject({ suggestions: 19_999 })
  await engine.ask('project.close', {})
  const bytes = withRawProject(
    engine.path('p.dictum'),
    (db) =>
      db.prepare('SELECT length(ops) AS ops, length(inverse) AS inverse FROM event ORDER BY id DESC').get() as {
        ops: number
        inverse: number
      },
  )
  expect(bytes.ops / 19_999).toBeLessThan(60)
  expect(bytes.inverse).toBeLessThan(200)
})
