import { expect, test } from 'vitest'
import { TWIN_QUERY } from '../../../src/engine/import/earlier'
import { withRawProject } from '../support/raw-project'
import { TestEngine } from '../support/test-engine'
import { zipOf } from '../support/zip'

const TEXT = 'Şeful docului a spus că lucrările încep marţi.\nSindicatul nu a răspuns încă.\n'
const IN_OTHER_BYTES: Readonly<Record<string, Uint8Array>> = {
  'plain.txt': Buffer.from(TEXT),
  'mark.txt': Buffer.from(`\ufeff${TEXT}`),
  'crlf.txt': Buffer.from(TEXT.replaceAll('\n', '\r\n')),
  'wide.txt': Buffer.from(`\ufeff${TEXT}`, 'utf16le'),
  'latin-2.txt': Buffer.from(
    [...TEXT].map((letter) => ({ ă: 0xe3, ş: 0xba, Ş: 0xaa, ţ: 0xfe, î: 0xee })[letter] ?? letter.charCodeAt(0)),
  ),
  'marked-up.md': Buffer.from(`---\ntitle: Docks\n---\n${TEXT}`),
}

test.each(Object.keys(IN_OTHER_BYTES))(
  'what came in as %s comes in again in other bytes, and is told of',
  async (first) => {
    const engine = new TestEngine()
    await engine.create()
    const one = engine.file(`first/${first}`, IN_OTHER_BYTES[first]!)
    expect(await engine.import([one])).toMatchObject({ imported: 1, duplicates: 0, items: [] })
    for (const [name, bytes] of Object.entries(IN_OTHER_BYTES)) engine.file(`in/${name}`, bytes)
    engine.file('in/packed.zip', zipOf([{ name: 'a.txt', data: TEXT.replaceAll('\n', '\r') }]))
    engine.file('in/other.txt', `${TEXT}And more.`)
    const looked = (await engine.finished((await engine.ask('import.preflight', { paths: [engine.path('in')] })).jobId))
      .report
    expect(looked).toMatchObject({ inProject: 1, twice: 0, articles: 7, warnings: 6 })
    const report = await engine.import([engine.path('in')])
    expect(report).toMatchObject({ imported: 7, duplicates: 1, failed: 0, changed: 0, warnings: 6 })
    const told = Object.fromEntries(report.items.map(({ path, message }) => [path.split('/').at(-1), message]))
    expect(told[first]).toBe(`The same file is in the project already, as ${first}.`)
    const other = first === 'plain.txt' ? 'crlf.txt' : 'plain.txt'
    expect(told[other]).toContain(`The same text is in the project already, as ${first}, in other bytes.`)
  },
)

test('of the same text in one import the later ones are told of', async () => {
  const engine = new TestEngine()
  await engine.create()
  for (const [name, bytes] of Object.entries(IN_OTHER_BYTES)) engine.file(`in/${name}`, bytes)
  const looked = (await engine.finished((await engine.ask('import.preflight', { paths: [engine.path('in')] })).jobId))
    .report
  expect(looked).toMatchObject({ twice: 0, articles: 6, warnings: 5 })
  const report = await engine.import([engine.path('in')])
  expect(report).toMatchObject({ imported: 6, duplicates: 0, warnings: 5 })
  expect(report.items.map(({ code }) => code)).toEqual(Array(5).fill('same_text'))
  // looked for after the import
  const alike = async () => {
    const { copies } = await engine.ask('copies.ofArticle', { articleId: 1 })
    return copies.map(({ similarity, sameText }) => [similarity, sameText])
  }
  await expect.poll(alike, { timeout: 20_000 }).toEqual(Array(5).fill([1, true]))
})

test('a file that was saved in another encoding has no new text, and is no revision', async () => {
  const engine = new TestEngine()
  await engine.create()
  const path = engine.file('in/a.txt', IN_OTHER_BYTES['latin-2.txt']!)
  await engine.import([path])
  engine.file('in/a.txt', TEXT)
  const { jobId } = await engine.ask('import.start', { paths: [path], options: { revisions: true } })
  expect((await engine.finished(jobId)).report).toMatchObject({ imported: 0, duplicates: 1, changed: 0 })
})

test('the question for the same text is answered by indexes', async () => {
  const engine = new TestEngine()
  await engine.create()
  await engine.ask('project.close', {})
  withRawProject(engine.path('p.dictum'), (db) => {
    const plan = db.prepare(`EXPLAIN QUERY PLAN ${TWIN_QUERY}`).all({ sha256: '', textSha256: '', path: '', part: '' })
    const steps = (plan as { detail: string }[]).map(({ detail }) => detail).join('\n')
    expect(steps).not.toContain('SCAN')
    expect(steps).toContain('article_by_text')
  })
})
