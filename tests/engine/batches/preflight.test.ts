import { mkdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { run } from '../../../src/cli/run'
import type { ImportOptionsGiven } from '../../../src/shared/contract/import-options'
import { TestEngine } from '../support/test-engine'

/** A folder with something of everything, beside a project that holds some of it already. */
async function mixed() {
  const engine = new TestEngine()
  await engine.create()
  engine.file('in/known.txt', 'This text is known.')
  engine.file('in/changed.txt', 'As it was.')
  await engine.import([engine.path('in')])
  engine.file('in/changed.txt', 'As it is now.')
  engine.file('in/new.txt', 'Something new.')
  engine.file('in/sub/again.txt', 'Something new.')
  engine.file(
    'in/romanian.txt',
    Buffer.from('Primarul a spus c\xe3 ora\xbaul nu vinde portul \xeen prim\xe3var\xe3.', 'latin1'),
  )
  engine.file('in/empty.txt', '')
  mkdirSync(engine.path('in/folder.txt'))
  return engine
}

async function look(engine: TestEngine) {
  const job = await engine.finished((await engine.ask('import.preflight', { paths: [engine.path('in')] })).jobId)
  if (job.kind !== 'preflight' || !job.report) throw new Error(`no report: ${job.error?.message}`)
  return job.report
}

test('a look counts what would come in, and says of the rest why not; nothing is stored', async () => {
  const engine = await mixed()
  const before = await engine.ask('batches.list', {})
  const report = await look(engine)
  expect(report).toMatchObject({ files: 6, articles: 2, inProject: 1, twice: 1, changed: 1, failed: 1 })
  expect(report.formats).toEqual([{ format: 'text', files: 5, articles: 5 }])
  expect(report.encodings).toEqual([
    { encoding: 'utf-8', articles: 4 },
    { encoding: 'windows-1250', articles: 1 },
  ])
  expect(report.bytes).toBeGreaterThan(90)
  const codes = report.items.map(({ code, path }) => [code, path.slice(engine.path('in/').length)])
  expect(codes.filter(([code]) => code !== 'encoding_unsure').sort()).toEqual([
    ['changed', 'changed.txt'],
    ['duplicate', 'known.txt'],
    ['empty', 'empty.txt'],
    ['twice', 'sub/again.txt'],
  ])
  expect(await engine.ask('batches.list', {})).toEqual(before)
  expect(await engine.articleIds()).toHaveLength(2)
  // what it promises is what an import does
  expect(await engine.import([engine.path('in')])).toMatchObject({ imported: 2, duplicates: 2, changed: 1, failed: 1 })
})

test('a look can be cancelled', async () => {
  const engine = new TestEngine()
  await engine.create()
  for (let n = 0; n < 600; n++) engine.file(`many/${n}.txt`, `Text ${n}. ${'Words. '.repeat(300)}`)
  const { jobId } = await engine.ask('import.preflight', { paths: [engine.path('many')] })
  await engine.ask('job.cancel', { jobId })
  const job = await engine.finished(jobId)
  expect(job).toMatchObject({ state: 'cancelled', report: { cancelled: true } })
})

test('a further look takes the place of the one that is running', async () => {
  const engine = new TestEngine()
  await engine.create()
  for (let n = 0; n < 600; n++) engine.file(`many/${n}.txt`, `Text ${n}. ${'Words. '.repeat(300)}`)
  const paths = [engine.path('many')]
  const looks = await Promise.all([1, 2, 3].map(() => engine.ask('import.preflight', { paths })))
  const states = await Promise.all(looks.map(async ({ jobId }) => (await engine.finished(jobId)).state))
  expect(states).toEqual(['cancelled', 'cancelled', 'done'])
})

test('large imports and tables are worth a look', async () => {
  const engine = new TestEngine()
  await engine.create()
  const isWorth = async (name: string) =>
    (await engine.ask('import.isWorthALook', { paths: [engine.path(name)] })).isWorthALook
  for (let n = 0; n < 200; n++) engine.file(`plain/${n}.txt`, `Text ${n}.`)
  expect(await isWorth('plain')).toBe(false)
  engine.file('plain/sub/201.txt', 'One more.')
  expect(await isWorth('plain')).toBe(true)
  for (const name of ['a.csv', 'a.tsv', 'a.tab', 'a.json', 'a.jsonl', 'a.ndjson', 'a.jsonlines', 'A.ZIP']) {
    engine.file(`table of ${name}/${name}`, 'text\nWords\n')
    expect(await isWorth(`table of ${name}`), name).toBe(true)
  }
  engine.file('tagged/train.txt', 'Ana B-PER\nPop I-PER\nspoke O\n. O\n\nShe O\nleft O\n. O\n')
  engine.file('marked/export.txt', '{"text":"Ana Pop spoke.","label":[[0,7,"PER"]]}\n')
  for (const name of ['tagged', 'marked', 'tagged/train.txt']) expect(await isWorth(name), name).toBe(true)
  engine.file('large/a.txt', Buffer.alloc(21 * 1024 * 1024, 'a'))
  expect(await isWorth('large')).toBe(true)
  expect(await isWorth('nowhere')).toBe(false)
})

test('dictum import --dry-run prints the same', async () => {
  const engine = await mixed()
  await engine.ask('project.close', {})
  let said: string[] = []
  const io = {
    out: (text: string) => void said.push(text),
    err: () => {},
    errIsTerminal: false,
    onInterrupt: () => () => {},
  }
  const args = ['import', engine.path('p.dictum'), engine.path('in'), '--dry-run']
  expect(await run(args, io)).toBe(1)
  expect(said.join('')).toMatch(/^6 files, [\d,]+ bytes; nothing was stored\n {2}would come in +2\n/)
  expect(said.join('')).toMatch(/windows-1250 +1\n/)
  expect(said.join('')).toContain('empty.txt: The file is empty (0 bytes). [empty]\n')
  said = []
  expect(await run([...args, '--json'], io)).toBe(1)
  expect(JSON.parse(said.join(''))).toMatchObject({
    files: 6,
    articles: 2,
    in_project: 1,
    twice: 1,
    changed: 1,
    failed: 1,
  })
})

test('of a table the look shows the columns, what they are taken for and the first rows; another choice is followed', async () => {
  const engine = new TestEngine()
  await engine.create()
  const rows = [1, 2, 3].map((n) => `Story ${n},"The ships came in, ${n} of them.",Short ${n}`)
  engine.file('tables/a.csv', `headline,body,summary\n${rows.join('\n')}\n`)
  engine.file('tables/b.csv', 'headline,body,summary\nStory 4,Nothing came in.,Short 4\n')
  const look = async (options: ImportOptionsGiven) => {
    const paths = [engine.path('tables')]
    const job = await engine.finished((await engine.ask('import.preflight', { paths, options })).jobId)
    if (job.kind !== 'preflight' || !job.report) throw new Error(`no report: ${job.error?.message}`)
    return job.report
  }
  const guessed = await look({})
  expect(guessed).toMatchObject({ articles: 4, formats: [{ format: 'csv', files: 2, articles: 4 }] })
  expect(guessed.tables).toMatchObject([
    { columns: ['headline', 'body', 'summary'], files: 2, mapping: { title: 'headline', text: 'body' } },
  ])
  expect(guessed.tables[0]!.rows[0]).toEqual(['Story 1', 'The ships came in, 1 of them.', 'Short 1'])
  const mappings = [{ columns: ['headline', 'body', 'summary'], mapping: { title: 'headline', text: 'summary' } }]
  expect((await look({ mappings })).tables[0]!.mapping).toEqual({ title: 'headline', text: 'summary' })
  const { jobId } = await engine.ask('import.start', { paths: [engine.path('tables')], options: { mappings } })
  expect(await engine.finished(jobId)).toMatchObject({ report: { imported: 4 } })
  const [first] = await engine.articleIds()
  expect((await engine.ask('article.open', { articleId: first! })).article.text).toBe('Short 1')
  // it is remembered for the next table with these columns
  expect((await look({})).tables[0]!.mapping).toEqual({ title: 'headline', text: 'summary' })
})
