import { expect, test } from 'vitest'
import { readInThread } from '../../../../src/engine/import/read-in-thread'
import { findFiles } from '../../../../src/engine/import/walk'
import { PLAIN_IMPORT } from '../../../../src/shared/contract/import-options'
import { indexUnits, type OffsetUnit } from '../../../../src/shared/domain/text/offset-units'
import { TestEngine } from '../../support/test-engine'
import { zipOf } from '../../support/zip'

const TEXT = '😀 “Taxes will fall,” Ana Ruiz said on 3 May.'

/** A line of ours, with a span of these words. */
function line(text: string, unit: OffsetUnit, words: string, rest: object = {}): string {
  const { fromUtf16 } = indexUnits(text, unit)
  const at = text.indexOf(words)
  const [start, end] = [fromUtf16(at), fromUtf16(at + words.length)]
  const span = { id: 's1', label: 'CLAIM', start, end, text: words }
  return `${JSON.stringify({ schema: 'dictum-jsonl/1', text, spans: [span], ...rest })}\n`
}

async function look(engine: TestEngine, path: string) {
  const { jobId } = await engine.ask('import.preflight', { paths: [path] })
  const job = await engine.finished(jobId)
  if (job.kind !== 'preflight' || job.report === null) throw new Error('no look')
  return job.report
}

async function opened(): Promise<TestEngine> {
  const engine = new TestEngine()
  await engine.create()
  return engine
}

test('a look tells how many spans there are, what their offsets count, and what does not fit', async () => {
  const engine = await opened()
  const bad = line('Maria said so.', 'codepoint', 'Maria')
    .replace('"Maria","', '"Marius","')
    .replace('Maria"}', 'Marius"}')
  const path = engine.file('a.jsonl', line(TEXT, 'utf16', 'Ana Ruiz') + bad)
  const report = await look(engine, path)
  expect(report).toMatchObject({ articles: 2, spans: 1, relations: 0, offset_unit: 'utf16', failed: 1 })
  expect(report.formats).toEqual([{ format: 'dictum', files: 1, articles: 2 }])
  expect(report.items).toMatchObject([{ path: `${path}:2`, outcome: 'failed', code: 'words_differ' }])
})

test('an import tells the unit; of files that do not agree, that they do not', async () => {
  const engine = await opened()
  const one = engine.file('in/a.jsonl', line(TEXT, 'utf16', 'Ana Ruiz'))
  expect(await engine.import([one])).toMatchObject({ imported: 1, offset_unit: 'utf16', items: [] })
  engine.file('in/b.jsonl', line(`${TEXT} And more.`, 'utf8', '3 May'))
  engine.file('in/c.jsonl', line('All units are the same here.', 'utf8', 'units'))
  const report = await engine.import([engine.path('in')])
  expect(report).toMatchObject({ imported: 2, offset_unit: 'mixed' })
  const { report: kept } = await engine.ask('batch.report', { uid: report.batch, limit: 9 })
  expect(kept).toMatchObject({ spans: 2, offset_unit: 'mixed' })
  expect(await engine.import([engine.file('d.txt', 'Plain')])).toMatchObject({ imported: 1, offset_unit: null })
})

test('an article of ours is what its file says, and no more is guessed', async () => {
  const engine = await opened()
  const text = 'date 2025-12-23 A heading\nThe text.'
  const meta = { title: 'Another title', published_on: null, lang: null, sha256: 'ab'.repeat(32) }
  await engine.import([engine.file('a.jsonl', line(text, 'codepoint', 'text', { id: 'u', meta }))])
  const [article] = await engine.ask('articles.rows', { articleIds: await engine.articleIds() })
  expect(article).toMatchObject({ title: 'Another title', publishedOn: null })
  const { article: whole } = await engine.ask('article.open', { articleId: article!.articleId })
  expect(whole).toMatchObject({ sha256: meta.sha256, lang: null })
})

test('in an archive, places are named within it', async () => {
  const engine = await opened()
  const bad = line(TEXT, 'codepoint', 'Ana Ruiz', { relations: [{ type: 'x', from: 's1', to: 's9' }] })
  const path = engine.file('a.zip', zipOf([{ name: 'x/a.jsonl', data: bad }]))
  const report = await look(engine, path)
  expect(report).toMatchObject({ articles: 1, spans: 1 })
  expect(report.items).toMatchObject([{ path: `${path}#x/a.jsonl:1`, code: 'missing_span' }])
})

test('annotations come out of the reading thread as they went in', async () => {
  const engine = await opened()
  engine.file('in/a.jsonl', line(TEXT, 'utf16', 'Ana Ruiz') + line(TEXT, 'utf16', '3 May', { text: null, id: 'u' }))
  const { files } = await findFiles([engine.path('in')], 'auto', () => false)
  const items = []
  const nothing = () => {}
  for await (const slice of readInThread({
    files,
    options: PLAIN_IMPORT,
    remembered: [],
    onTable: nothing,
    onBytes: nothing,
    isCancelled: () => false,
  })) {
    items.push(...slice.items)
  }
  expect(items).toMatchObject([
    {
      kind: 'article',
      file: files[0],
      annotations: { spans: [{ label: 'CLAIM', parts: [[22, 30]] }], units: ['utf16'] },
    },
    {
      kind: 'elsewhere',
      file: files[0],
      part: ':2',
      found: { text: { uid: 'u' } },
      known: { documented: 'codepoint' },
    },
  ])
})

test('a hash that a line says proves nothing of its text: another text is another article', async () => {
  const engine = await opened()
  const meta = { title: 'T', sha256: 'ab'.repeat(32) }
  await engine.import([engine.file('a.jsonl', line(TEXT, 'codepoint', 'Ana Ruiz', { id: 'u', meta }))])
  const changed = `Someone said: ${TEXT}`
  const report = await engine.import([
    engine.file('b.jsonl', line(changed, 'codepoint', 'Ana Ruiz', { id: 'u', meta })),
  ])
  expect(report.items).toMatchObject([{ outcome: 'warning', code: 'same_id' }])
  expect(report).toMatchObject({ imported: 1, duplicates: 0, spans: 1 })
  expect(
    await engine.import([engine.file('c.jsonl', line(TEXT, 'codepoint', '3 May', { id: 'u', meta }))]),
  ).toMatchObject({
    imported: 0,
    duplicates: 1,
    spans: 1,
  })
})

test('a text that is there in other bytes gets the annotations; two of one import with one text stay two', async () => {
  const engine = await opened()
  const text = 'Ana Ruiz spoke.\nOf taxes.'
  await engine.import([engine.file('a.txt', text.replace('\n', '\r\n'))])
  const id = (n: number) => ({ id: `0193aaaa-0000-7000-8000-00000000000${n}` })
  const theirs = engine.file('theirs.jsonl', line(text, 'codepoint', 'Ana Ruiz', id(1)))
  expect(await engine.import([theirs])).toMatchObject({ imported: 0, duplicates: 1, spans: 1 })
  expect((await engine.ask('article.open', { articleId: 1 })).spans.map(({ words }) => words)).toEqual(['Ana Ruiz'])
  const ofBytes = (n: number) => ({ ...id(n), meta: { sha256: String(n).repeat(64) } })
  const twice = ['Ana Ruiz', 'taxes'].map((words, n) => line(`${text} Again.`, 'codepoint', words, ofBytes(n + 2)))
  expect(await engine.import([engine.file('twice.jsonl', twice.join(''))])).toMatchObject({ imported: 2, spans: 2 })
})
