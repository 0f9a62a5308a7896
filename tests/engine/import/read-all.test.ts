import { cpSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { systemClock } from '../../../src/engine/base/clock-and-ids'
import type { JobControl } from '../../../src/engine/base/jobs'
import type { FoundFile } from '../../../src/engine/import/found-file'
import { readAll } from '../../../src/engine/import/read-all'
import { readArticleFile } from '../../../src/engine/import/read-file'
import type { Slice } from '../../../src/engine/import/read-files'
import { type Reading, readInThread } from '../../../src/engine/import/read-in-thread'
import type { BytesRead, FoundTable } from '../../../src/engine/import/readers/reader'
import { runImport } from '../../../src/engine/import/run-import'
import { findFiles } from '../../../src/engine/import/walk'
import { MIGRATIONS } from '../../../src/engine/project/migrations'
import { openProject } from '../../../src/engine/project/open'
import { PLAIN_IMPORT } from '../../../src/shared/contract/import-options'
import { tempFolder } from '../support/temp-folder'
import { TestEngine } from '../support/test-engine'
import { zipOf } from '../support/zip'

const LARGE_TABLE_ROWS = 12_000
const largeTable = (): string =>
  `title,text\n${Array.from({ length: LARGE_TABLE_ROWS }, (_, n) => `Title ${n},${`Words of row ${n}. `.repeat(60)}`).join('\n')}\n`

function reading(files: readonly FoundFile[], more: Partial<Reading> = {}) {
  const tables: FoundTable[] = []
  const bytes: BytesRead[] = []
  const job: Reading = {
    files,
    options: PLAIN_IMPORT,
    remembered: [],
    onTable: (table) => tables.push(table),
    onBytes: (told) => bytes.push(told),
    isCancelled: () => false,
    ...more,
  }
  return { job, tables, bytes }
}

async function allOf(slices: AsyncIterable<Slice>): Promise<Slice[]> {
  const all: Slice[] = []
  for await (const slice of slices) all.push(slice)
  return all
}

/** What is stored of it, and of which file it is. */
const itemsOf = (slices: readonly Slice[]) =>
  slices
    .flatMap(({ items }) => items)
    .map((item) => {
      if (item.kind !== 'article') return item
      const { text, encoding, bom, lineEnding, confidence } = item.decoded
      const extra = { ...item.metadata.extra }
      return {
        ...item,
        decoded: { text, encoding, bom, lineEnding, confidence },
        metadata: { ...item.metadata, extra },
      }
    })

describe('a thread of its own', () => {
  test('reads what would be read without it: every format, encoding, name and failure, in the same order', async () => {
    const folder = tempFolder()
    cpSync('tests/fixtures', join(folder, 'in'), { recursive: true })
    for (let n = 0; n < 300; n++) writeFileSync(join(folder, 'in', `many-${n}.txt`), `Text ${n}`)
    writeFileSync(join(folder, 'in', 'rows.csv'), 'id;titlu;text;zi\n1;Unu;Un text;2025-01-02\n2;Doi;Alt text\n')
    writeFileSync(join(folder, 'in', 'rows.jsonl'), '{"title":"A","text":"B","__proto__":"C","tags":["x","y"]}\n{\n')
    writeFileSync(
      join(folder, 'in', 'packed.zip'),
      zipOf([
        { name: 'a.txt', data: 'Text of a' },
        { name: 'b/rows.csv', data: 'title,text\nT,Words\n' },
      ]),
    )
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/in/`), Buffer.from([0xe9]), Buffer.from('.txt')]), 'A raw name')
    const { files } = await findFiles([join(folder, 'in')], 'auto', () => false)
    const found = [...files, { path: join(folder, 'gone.txt'), source: 'gone.txt' }]
    const here = reading(found)
    const there = reading(found)
    const readHere = await allOf(readAll(here.job, readArticleFile))
    const readThere = await allOf(readInThread(there.job))
    expect(itemsOf(readThere)).toEqual(itemsOf(readHere))
    expect(itemsOf(readThere).filter(({ kind }) => kind === 'failure').length).toBeGreaterThan(5)
    expect(there.tables).toEqual(here.tables)
    expect(readThere.reduce((sum, { filesDone }) => sum + filesDone, 0)).toBe(found.length)
  })

  test('uses what was chosen for the columns before', async () => {
    const folder = tempFolder()
    const path = join(folder, 'rows.csv')
    writeFileSync(path, 'a,b\nFirst words,Second words\n')
    const remembered = [{ key: JSON.stringify(['a', 'b']), mapping: { text: 'b', title: 'a' } }]
    const slices = await allOf(readInThread(reading([{ path, source: 'rows.csv' }], { remembered }).job))
    expect(itemsOf(slices)).toMatchObject([{ decoded: { text: 'Second words' }, metadata: { title: 'First words' } }])
  })

  test('waits while nobody takes what it has read', async () => {
    const folder = tempFolder()
    const files = Array.from({ length: 64 }, (_, n) => {
      const path = join(folder, `${n}.txt`)
      writeFileSync(path, `${n} ${'words '.repeat(100_000)}`)
      return { path, source: `${n}.txt` }
    })
    const slices = readInThread(reading(files).job)
    const first = await slices.next()
    // time enough to read all, for one that does not wait
    await new Promise((resolve) => setTimeout(resolve, 500))
    rmSync(files.at(-1)!.path)
    const items = itemsOf([first.value as Slice, ...(await allOf(slices))])
    expect(items).toHaveLength(64)
    expect(items.at(-1)).toMatchObject({ kind: 'failure', code: 'vanished' })
  })

  test('that fails is a failure of the reading', async () => {
    const folder = tempFolder()
    const path = join(folder, 'rows.csv')
    writeFileSync(path, 'title,text\nA,B\n')
    const broken = { ...PLAIN_IMPORT, mappings: null as never }
    const slices = readInThread(reading([{ path, source: 'rows.csv' }], { options: broken }).job)
    await expect(allOf(slices)).rejects.toThrow(TypeError)
  })

  test('ends at once with a cancel, and when nobody wants the rest', async () => {
    const folder = tempFolder()
    const path = join(folder, 'large.csv')
    writeFileSync(path, largeTable())
    const files = [{ path, source: 'large.csv' }]
    const cancelled = readInThread(reading(files, { isCancelled: () => true }).job)
    expect((await allOf(cancelled)).flatMap(({ items }) => items).length).toBeLessThan(LARGE_TABLE_ROWS)
    const left = readInThread(reading(files).job)
    await left.next()
    expect(await left.return()).toEqual({ done: true, value: undefined })
  })
})

describe('in the middle of a large file', () => {
  async function importTable(control: Partial<JobControl>) {
    const engine = new TestEngine()
    await engine.create()
    await engine.ask('project.close', {})
    const path = engine.file('large.csv', largeTable())
    const project = openProject(engine.path('p.dictum'), systemClock, MIGRATIONS)
    onTestFinished(() => project.close())
    const whole = { isCancelled: () => false, isClosing: () => false, progress: () => {}, ...control }
    return runImport(project, { paths: [path], author: 'ana' }, whole)
  }

  test('progress tells megabytes of it', async () => {
    const told: Parameters<JobControl['progress']>[] = []
    const { report } = await importTable({ progress: (...progress) => told.push(progress) })
    expect(report).toMatchObject({ imported: LARGE_TABLE_ROWS, files: 1 })
    const inFile = told.filter(
      ([phase, , total, unit]) => phase === 'Importing large.csv' && total === 14 && unit === 'MB',
    )
    expect(new Set(inFile.map(([, done]) => done)).size).toBeGreaterThan(1)
    expect(told.at(-1)).toEqual(['Importing', 1, 1])
  })

  test('a cancel keeps what was stored, and says where it came', async () => {
    let stored = false
    const { state, report } = await importTable({
      isCancelled: () => stored,
      progress: (_phase, done, _total, unit) => (stored ||= unit === 'MB' && done >= 2),
    })
    expect(state).toBe('cancelled')
    expect(report!.imported).toBeLessThan(LARGE_TABLE_ROWS)
    expect(report!.items).toMatchObject([{ code: 'cancelled' }])
  })
})
