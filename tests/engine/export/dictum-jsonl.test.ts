import { createReadStream, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { devNull } from 'node:os'
import { describe, expect, test } from 'vitest'
import type { DictumLine } from '../../../src/engine/export/dictum/line'
import { verifyJsonl } from '../../../src/engine/export/verify/verify-jsonl'
import { wordsProblem } from '../../../src/engine/store/rules/span-rules'
import { docOffset } from '../../../src/shared/domain/text/offsets'
import { fixedClock } from '../support/fixed-clock'
import { marker, partOf } from '../support/marking'
import { withRawProject } from '../support/raw-project'
import { TestEngine } from '../support/test-engine'

const TEXT =
  ' date 2025-05-03 Taxes\n\n😀 “Taxes will fall,” Ana Ruiz 👩‍👩‍👧 said on 3 May, “and soon.” — Cafe\u0301\u2028end'

/** Two articles, the first with three spans, one of them in two parts, and two relations. */
async function annotated() {
  const engine = new TestEngine({ clock: fixedClock() })
  const articleId = await engine.withArticle(TEXT)
  const { mark, link } = marker(engine, articleId, TEXT)
  const parts = [partOf(TEXT, 'Taxes will fall'), partOf(TEXT, 'and soon')]
  const claim = (await engine.ask('span.create', { articleId, labelId: 'claim', parts })).spans[0]!
  await engine.ask('span.update', { uid: claim.uid, patch: { attributes: { stance: 'neutral', form: 'direct' } } })
  const date = await mark('3 May', 'date', { type: 'DATE', value: '2025-05-03', begin: '2025-05-03' })
  const speaker = await mark('Ana Ruiz', 'speaker', { mention: 'named' })
  await link('said_by', claim, speaker)
  await link('said_on', claim, date)
  await engine.addArticle('Nothing here.', 'plain.txt')
  return { engine, articleId, claim, date, speaker }
}

const linesOf = (path: string): DictumLine[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line))

describe('dictum-jsonl/1', () => {
  test('is written as it is documented, byte for byte', async () => {
    const { engine } = await annotated()
    await engine.export(engine.path('out.jsonl'))
    const written = readFileSync(engine.path('out.jsonl'), 'utf8').replace(/article-[a-z0-9]+\.txt/, 'article.txt')
    await expect(written).toMatchFileSnapshot('golden.jsonl')
  })

  test('gives the same bytes for the same project', async () => {
    const { engine } = await annotated()
    await engine.export(engine.path('a.jsonl'))
    await engine.export(engine.path('b.jsonl'))
    expect(readFileSync(engine.path('a.jsonl'))).toEqual(readFileSync(engine.path('b.jsonl')))
  })

  test('counts in code points, and every span cuts out its words', async () => {
    const { engine, claim } = await annotated()
    await engine.export(engine.path('out.jsonl'))
    const [line] = linesOf(engine.path('out.jsonl'))
    expect(line?.text).toBe(TEXT)
    const characters = Array.from(TEXT)
    for (const span of line!.spans) {
      const words = span.parts.map(([start, end]) => characters.slice(start, end).join('')).join(' ')
      expect(words).toBe(span.text)
    }
    const first = line!.spans.find(({ id }) => id === claim.uid)!
    expect(first.start).toBe(claim.parts[0]![0] - 1)
    expect(first.text).toBe('Taxes will fall and soon')
    expect(Object.keys(first.attributes)).toEqual(['form', 'stance'])
  })

  test('names and order: spans by start, end and uid; relations by uid', async () => {
    const engine = new TestEngine()
    const articleId = await engine.withArticle('one two three')
    const mark = async (labelId: string, start: number, end: number) =>
      (await engine.ask('span.create', { articleId, labelId, parts: [[docOffset(start), docOffset(end)]] })).spans[0]!
    const long = await mark('claim', 0, 13)
    const short = await mark('claim', 0, 3)
    const twin = await mark('speaker', 0, 3)
    await engine.export(engine.path('out.jsonl'))
    expect(linesOf(engine.path('out.jsonl'))[0]!.spans.map(({ id }) => id)).toEqual([short.uid, twin.uid, long.uid])
  })
})

describe('choosing', () => {
  test('statuses', async () => {
    const { engine, articleId } = await annotated()
    await engine.ask('article.update', { articleId, patch: { status: 'done' } })
    expect(await engine.export(engine.path('out.jsonl'), { statuses: ['done'] })).toMatchObject({
      articles: 1,
      spans: 3,
    })
    expect(await engine.export(engine.path('out.jsonl'), { statuses: ['todo'] })).toMatchObject({
      articles: 1,
      spans: 0,
    })
  })

  test('labels, and relations that lose an end', async () => {
    const { engine } = await annotated()
    const report = await engine.export(engine.path('out.jsonl'), { labels: ['CLAIM', 'DATE'] })
    expect(report).toMatchObject({ spans: 2, relations: 1, lost: { relations: 1 } })
    const job = await engine.exportJob(engine.path('out.jsonl'), { labels: ['NONSENSE'] })
    expect(job).toMatchObject({ state: 'failed', error: { code: 'bad_request' } })
  })

  test('notes are counted as lost', async () => {
    const { engine, articleId, claim } = await annotated()
    await engine.ask('article.update', { articleId, patch: { note: 'n' } })
    await engine.ask('span.update', { uid: claim.uid, patch: { note: 'n' } })
    expect((await engine.export(engine.path('out.jsonl'))).lost.notes).toBe(2)
  })

  test('entities that spans refer to', async () => {
    const { engine, speaker } = await annotated()
    await engine.ask('project.close', {})
    withRawProject(engine.path('p.dictum'), (db) => {
      db.exec(
        "INSERT INTO entity (uid, name, kind, author, created_at, updated_at) VALUES ('e1', 'Ana Ruiz', 'person', 'ana', '', '')",
      )
      db.exec(
        "INSERT INTO entity (uid, name, kind, author, created_at, updated_at) VALUES ('e0', 'Nobody', 'person', 'ana', '', '')",
      )
      db.prepare("UPDATE span SET entity_id = (SELECT id FROM entity WHERE uid = 'e1') WHERE uid = ?").run(speaker.uid)
    })
    await engine.ask('project.open', { path: engine.path('p.dictum'), annotator: 'ana' })
    await engine.export(engine.path('out.jsonl'))
    const [line] = linesOf(engine.path('out.jsonl'))
    expect(line!.entities).toEqual([{ id: 'e1', name: 'Ana Ruiz', kind: 'person' }])
    expect(line!.spans.find(({ id }) => id === speaker.uid)?.entity).toBe('e1')
  })
})

describe('proof', () => {
  test('a span that does not match its text is left out with its relations, and named', async () => {
    const { engine, claim } = await annotated()
    await engine.ask('project.close', {})
    withRawProject(engine.path('p.dictum'), (db) =>
      db.prepare(`UPDATE span SET words = 'Taxes will rise and soon' WHERE uid = ?`).run(claim.uid),
    )
    await engine.ask('project.open', { path: engine.path('p.dictum'), annotator: 'ana' })
    const report = await engine.export(engine.path('out.jsonl'))
    expect(report).toMatchObject({ spans: 2, relations: 0, lost: { relations: 2 }, refused: [{ span: claim.uid }] })
    expect(report.refused[0]?.message).toContain('Taxes will fall')
  })

  test('every kind of wrong parts has a sentence', () => {
    const problem = (words: string, ...pairs: [number, number][]) =>
      wordsProblem('a 😀 b', { words, parts: pairs.map(([a, b]) => [docOffset(a), docOffset(b)] as const) })
    expect(problem('a', [0, 1])).toBeNull()
    expect(problem('b', [0, 1])).toContain('“a”')
    expect(problem('', [0, 0])).not.toBeNull()
    expect(problem('x', [4, 90])).not.toBeNull()
    expect(problem('x', [2, 3])).toContain('inside a character')
    expect(problem('a b', [5, 6], [0, 1])).not.toBeNull()
    expect(problem('')).not.toBeNull()
  })

  test('a written file with a wrong offset is found out', async () => {
    const { engine } = await annotated()
    await engine.export(engine.path('out.jsonl'))
    const good = readFileSync(engine.path('out.jsonl'), 'utf8')
    const problems = async (content: string) => {
      writeFileSync(engine.path('x.jsonl'), content)
      const found: (string | null)[] = []
      for await (const { problem } of verifyJsonl(createReadStream(engine.path('x.jsonl')))) found.push(problem)
      return found
    }
    expect(await problems(good)).toEqual([null, null])
    expect((await problems(good.replace(/"parts":\[\[(\d+)/, '"parts":[[1$1')))[0]).toContain('offsets lead to')
    await expect(problems(good.slice(0, -1))).rejects.toThrow('not complete')
  })
})

describe('the file', () => {
  test('a target that cannot be written is refused, and the project is not one', async () => {
    const { engine } = await annotated()
    const before = readFileSync(engine.path('p.dictum'))
    for (const [path, code] of [
      [engine.path('no/out.jsonl'), 'not_found'],
      [engine.folder, 'bad_request'],
      [engine.path('p.dictum'), 'bad_request'],
      [devNull, process.platform === 'win32' ? 'not_found' : 'bad_request'],
    ] as const) {
      expect(await engine.exportJob(path)).toMatchObject({ state: 'failed', report: null, error: { code } })
    }
    expect(readFileSync(engine.path('p.dictum'))).toEqual(before)
  })

  test('another project, and what the articles were imported from, are never replaced', async () => {
    const { engine } = await annotated()
    const article = engine.file('in/01.txt', 'An article of its own.')
    symlinkSync(engine.path('in'), engine.path('linked'))
    engine.file('elsewhere/02.txt', 'Another.')
    symlinkSync(engine.path('elsewhere'), engine.path('behind'))
    await engine.import([engine.path('in'), engine.path('behind')])
    symlinkSync(article, engine.path('link.jsonl'))
    const other = new TestEngine({}, engine.folder)
    await other.create('other.dictum')
    await other.ask('project.close', {})
    const names = ['other.dictum', 'in/01.txt', 'in/../in/01.txt', 'linked/01.txt', 'link.jsonl', 'elsewhere/02.txt']
    const bytes = () => names.map((name) => readFileSync(engine.path(name)))
    const before = bytes()
    for (const name of [...names, 'p.dictum-wal']) {
      const job = await engine.exportJob(engine.path(name))
      expect(job, name).toMatchObject({ state: 'failed', report: null, error: { code: 'bad_request' } })
    }
    expect(bytes()).toEqual(before)
    engine.file('in/out.jsonl', 'an older export')
    expect((await engine.export(engine.path('in/out.jsonl'))).articles).toBe(4)
  })

  test('cancelled, it leaves what was there and nothing else', async () => {
    const { engine } = await annotated()
    for (let n = 0; n < 500; n++) engine.file(`in/${n}.txt`, `${n} ${'many words '.repeat(3000)}`)
    await engine.import([engine.path('in')])
    engine.file('out.jsonl', 'as it was')
    const names = readdirSync(engine.folder).sort()
    const { jobId } = await engine.ask('export.start', { path: engine.path('out.jsonl'), format: 'dictum' })
    await new Promise((resolve) => setTimeout(resolve, 20))
    await engine.ask('job.cancel', { jobId })
    expect(await engine.finished(jobId)).toMatchObject({ state: 'cancelled', report: null, error: null })
    expect(readFileSync(engine.path('out.jsonl'), 'utf8')).toBe('as it was')
    expect(readdirSync(engine.folder).sort()).toEqual(names)
  })

  test('gestures made while it runs are not in it, and are not held up', async () => {
    const { engine, articleId } = await annotated()
    for (let n = 0; n < 300; n++) engine.file(`in/${n}.txt`, `${n} ${'many words '.repeat(3000)}`)
    await engine.import([engine.path('in')])
    const { jobId } = await engine.ask('export.start', { path: engine.path('out.jsonl'), format: 'dictum' })
    await engine.ask('article.update', { articleId, patch: { title: 'Renamed meanwhile' } })
    expect(await engine.finished(jobId)).toMatchObject({ state: 'done', report: { articles: 302 } })
    expect(readFileSync(engine.path('out.jsonl'), 'utf8')).not.toContain('Renamed meanwhile')
  })
})
