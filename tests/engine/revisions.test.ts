import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { beforeEach, expect, test } from 'vitest'
import type { ChangesReport, ImportReport, Job } from '../../src/shared/contract/jobs'
import { marker, partOf } from './support/marking'
import { dumpAnnotations } from './support/raw-project'
import { TestEngine } from './support/test-engine'

const TEXT = [
  'Quay to cost four million',
  'Mayor Irina Dobre said on Monday that the new quay would cost four million, and that work starts in spring.',
  'No comment, said the union. The company wrote that it would answer in good time.',
  'Dobre will meet the minister in March, according to her office, which gave no further details to the press.',
].join('\n')
/** A correction above, a figure changed, a sentence twice. */
const NEXT = `Corrected on Tuesday.\n${TEXT.replace('starts in spring', 'starts in autumn')}\nNo comment, said the union. The company wrote that it would answer in good time.`

let engine: TestEngine
let path: string

beforeEach(async () => {
  engine = new TestEngine()
  await engine.create()
  path = engine.file('in/a.txt', TEXT)
  await engine.import([engine.path('in')])
})

const open = (articleId: number) => engine.ask('article.open', { articleId })
const revisions = (articleId: number) => engine.ask('revisions.ofArticle', { articleId })
const dump = () => dumpAnnotations(engine.path('p.dictum'))
const isInOrder = async () => expect((await engine.ask('project.check', {})).findings).toEqual([])

async function job(started: { jobId: string }): Promise<Job> {
  const end = await engine.finished(started.jobId)
  if (end.error) throw new Error(end.error.message)
  return end
}

async function reimport(text: string): Promise<ImportReport> {
  writeFileSync(path, text)
  const report = (await job(await engine.ask('revisions.import', { articleIds: await engine.articleIds() }))).report
  return report as ImportReport
}

/** A claim with its speaker, one whose words will change, and one that will stand there twice. */
async function annotated() {
  const { mark, link } = marker(engine, 1, TEXT)
  const speaker = await mark('Mayor Irina Dobre', 'speaker', { mention: 'named' })
  const claim = await mark('the new quay would cost four million', 'claim', { form: 'indirect' })
  const changed = await mark('work starts in spring', 'claim')
  const twice = await mark('No comment', 'claim')
  const union = await mark('the union', 'speaker')
  await link('said_by', claim, speaker)
  await link('said_by', changed, speaker)
  await link('said_by', twice, union)
  await engine.ask('article.update', { articleId: 1, patch: { note: 'look again', status: 'done', flagged: true } })
  return { speaker, claim, changed, twice, union }
}

test('an import tells of a file that has changed and leaves the article; on request it comes in as a revision', async () => {
  await annotated()
  writeFileSync(path, NEXT)
  const told = await engine.import([engine.path('in')])
  expect(told).toMatchObject({ imported: 0, changed: 1 })
  expect(await engine.articleIds()).toEqual([1])
  const report = (await job(await engine.ask('revisions.import', { batch: told.batch }))).report
  expect(report).toMatchObject({ imported: 1, revised: 1, changed: 0, toPlace: 3 })
  expect(await engine.articleIds()).toEqual([2])
  const { article, spans, relations } = await open(2)
  expect(article).toMatchObject({ note: 'look again', status: 'in_progress', flagged: true, source: 'in/a.txt' })
  expect(spans.map(({ words, parts }) => [words, parts[0]![0] === NEXT.indexOf(words)])).toEqual([
    ['Mayor Irina Dobre', true],
    ['the new quay would cost four million', true],
  ])
  expect(relations).toHaveLength(1)
  await isInOrder()
})

test('what has no certain place waits with its old words and the places that may be meant', async () => {
  const { changed, twice, union } = await annotated()
  await reimport(NEXT)
  const { toPlace, earlier, presentId } = await revisions(2)
  expect(presentId).toBeNull()
  expect(earlier.map(({ articleId }) => articleId)).toEqual([1])
  expect((await revisions(1)).presentId).toBe(2)
  expect(toPlace.map(({ uid, words, places }) => [uid, words, places.map((place) => place.words)])).toEqual([
    [changed.uid, 'work starts in spring', ['work starts in autumn']],
    [twice.uid, 'No comment', ['No comment', 'No comment']],
    [union.uid, 'the union', ['the union', 'the union']],
  ])
  expect(toPlace[1]!.places.map(({ parts }) => parts[0]![0])).toEqual(
    expect.arrayContaining([NEXT.indexOf('No comment'), NEXT.lastIndexOf('No comment')]),
  )
  await isInOrder()
})

test('a person places them: the span keeps what it had, and its links come back; or drops them', async () => {
  const { changed, twice, union, speaker } = await annotated()
  await reimport(NEXT)
  const place = (uid: string, words: string) => engine.ask('revision.place', { uid, parts: [partOf(NEXT, words)] })
  await place(changed.uid, 'work starts in autumn')
  expect((await open(2)).relations.map(({ fromUid, toUid }) => [fromUid, toUid])).toContainEqual([
    changed.uid,
    speaker.uid,
  ])
  await place(twice.uid, 'No comment')
  expect((await open(2)).relations).toHaveLength(2)
  await isInOrder()
  const before = dump()
  await place(union.uid, 'the union')
  expect((await open(2)).relations).toHaveLength(3)
  const after = dump()
  await engine.ask('history.undo', {})
  expect(dump()).toEqual(before)
  await engine.ask('history.redo', {})
  expect(dump()).toEqual(after)
  expect((await revisions(2)).toPlace).toEqual([])
  await isInOrder()
  expect((await engine.refused('revision.place', { uid: union.uid, parts: [partOf(NEXT, 'Dobre')] })).code).toBe(
    'rule_broken',
  )
})

test('one that is dropped is gone, and comes back with an undo', async () => {
  const { changed } = await annotated()
  await reimport(NEXT)
  await engine.ask('span.remove', { uids: [changed.uid] })
  expect((await revisions(2)).toPlace).toHaveLength(2)
  await engine.ask('history.undo', {})
  expect((await revisions(2)).toPlace).toHaveLength(3)
  await isInOrder()
})

test('a revision is one step: undo brings the earlier text back with all that it had', async () => {
  await annotated()
  const spans = async (id: number) => (await open(id)).spans.map(({ uid, words, parts }) => ({ uid, words, parts }))
  const [before, links] = [await spans(1), (await open(1)).relations]
  await reimport(NEXT)
  const after = dump()
  await engine.ask('history.undo', {})
  expect(await engine.articleIds()).toEqual([1])
  expect(await spans(1)).toEqual(before)
  expect((await open(1)).relations).toEqual(links)
  expect(await spans(2)).toEqual([])
  await isInOrder()
  await engine.ask('history.redo', {})
  expect(dump()).toEqual(after)
  await isInOrder()
  // the step is in the history of both
  for (const articleId of [1, 2]) {
    expect((await engine.ask('history.list', { articleId })).map(({ kind }) => kind)).toContain('article.revise')
  }
  expect((await engine.refused('history.preview', { articleId: 1, eventId: 0 })).message).toContain('newer revision')
})

test('the revisions of one import are one step, apart from those of another and from what was done between', async () => {
  await annotated()
  for (const name of ['b', 'c']) engine.file(`in/${name}.txt`, `Another text, ${name}.`)
  await engine.import([engine.path('in')])
  const isMeant = [1, 2, 3]
  expect(await engine.articleIds()).toEqual(isMeant)
  const undoSummary = async () => (await engine.ask('project.current', {}))?.undo.undo?.summary
  const reviseAll = async (extra: string) => {
    writeFileSync(path, `${NEXT}${extra}`)
    for (const name of ['b', 'c']) engine.file(`in/${name}.txt`, `Another text, ${name}. ${extra}`)
    await job(await engine.ask('revisions.import', { articleIds: await engine.articleIds() }))
  }
  /** What stands in the list, with all that is annotated in it. */
  const shown = async () => {
    const opened = await Promise.all((await engine.articleIds()).map(open))
    return opened.map(({ article, spans, relations }) => [article.text, article.flagged, spans, relations])
  }
  const atFirst = await shown()
  await reviseAll('More.')
  expect(await undoSummary()).toBe('revise the articles whose files had changed')
  const afterOne = await shown()
  await reviseAll('Still more.')
  const afterTwo = await shown()
  expect(await engine.articleIds()).not.toEqual(isMeant)

  await engine.ask('history.undo', {})
  expect(await shown()).toEqual(afterOne)
  await engine.ask('history.undo', {})
  expect(await shown()).toEqual(atFirst)
  await isInOrder()
  await engine.ask('history.redo', {})
  expect(await shown()).toEqual(afterOne)
  await engine.ask('history.redo', {})
  expect(await shown()).toEqual(afterTwo)
  await engine.ask('history.undo', {})
  expect(await shown()).toEqual(afterOne)
  await isInOrder()

  const [id] = await engine.articleIds()
  await engine.ask('article.update', { articleId: id!, patch: { flagged: false } })
  await engine.ask('history.undo', {})
  expect(await shown()).toEqual(afterOne)
})

test('a third revision takes along what the second one could not place', async () => {
  const { changed } = await annotated()
  await reimport(NEXT)
  await reimport(TEXT.replace('Quay to cost', 'Quay may cost'))
  expect(await engine.articleIds()).toEqual([3])
  const { toPlace, earlier } = await revisions(3)
  expect(earlier.map(({ articleId }) => articleId)).toEqual([2, 1])
  // its words are back, where they stood at first
  expect(toPlace.map(({ uid }) => uid)).not.toContain(changed.uid)
  expect((await open(3)).spans.map(({ uid }) => uid)).toContain(changed.uid)
  // and its link with it
  expect((await open(3)).relations.map(({ fromUid }) => fromUid)).toContain(changed.uid)
  await isInOrder()
})

test('superseded revisions count nowhere', async () => {
  await annotated()
  await reimport(NEXT)
  const stats = await engine.ask('project.stats', {})
  expect(stats).toMatchObject({ articles: 1, spans: 2, relations: 1 })
  const report = await engine.export(engine.path('out.jsonl'))
  expect(report).toMatchObject({ articles: 1, spans: 2 })
})

test('the files of the project are looked at on request: changed, gone, the same', async () => {
  engine.file('in/b.txt', 'Another one\nthat stays as it is.')
  engine.file('in/c.txt', 'A third one\nthat will be deleted.')
  await engine.import([engine.path('in')])
  writeFileSync(path, NEXT)
  rmSync(engine.path('in/c.txt'))
  const report = (await job(await engine.ask('revisions.find', {}))).report
  expect(report).toMatchObject({
    files: 3,
    changed: 1,
    missing: 1,
    changedFiles: [{ articleId: 1 }],
    missingFiles: [{ articleId: 3 }],
  })
})

test.skipIf(process.platform !== 'linux')(
  'files whose names are no UTF-8 are looked at, and come in anew',
  async () => {
    const below = (...parts: (string | number)[]) =>
      Buffer.concat(
        [engine.path('odd/'), ...parts].map((part) => Buffer.from(typeof part === 'string' ? part : [part])),
      )
    mkdirSync(below('dir-', 0xe9), { recursive: true })
    const odd = below('bad-', 0xff, '.txt')
    writeFileSync(odd, 'A name\nthat no text has.')
    writeFileSync(below('dir-', 0xe9, '/șes.txt'), 'A folder\nthat no text has.')
    writeFileSync(below('\\xFF.txt'), 'A name\nthat only looks like it.')
    writeFileSync(below('gone-', 0xfe, '.txt'), 'A name\nthat goes.')
    expect(await engine.import([engine.path('odd')])).toMatchObject({ imported: 4, failed: 0 })
    writeFileSync(odd, 'A name\nthat no text has, still.')
    rmSync(below('gone-', 0xfe, '.txt'))
    const report = (await job(await engine.ask('revisions.find', {}))).report as ChangesReport
    expect(report.changedFiles.map((file) => file.path)).toEqual([engine.path('odd/bad-\\xFF.txt')])
    expect(report.missingFiles.map((file) => file.path)).toEqual([engine.path('odd/gone-\\xFE.txt')])
    const { articleId } = report.changedFiles[0]!
    const revised = (await job(await engine.ask('revisions.import', { articleIds: [articleId] }))).report
    expect(revised).toMatchObject({ imported: 1, revised: 1, failed: 0 })
  },
)
