import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Io } from '../../../src/cli/io'
import { run } from '../../../src/cli/run'
import { TestEngine } from '../support/test-engine'

async function dictum(...args: string[]) {
  let out = ''
  let err = ''
  const io: Io = {
    out: (text) => {
      out += text
    },
    err: (text) => {
      err += text
    },
    errIsTerminal: false,
    onInterrupt: () => () => {},
  }
  return { status: await run(args, io), out: () => out, err: () => err }
}

async function workplace(articles: number) {
  const engine = new TestEngine()
  for (let n = 0; n < articles; n++) {
    engine.file(`in/paper${n % 4}/${n}.txt`, ` date 2025-0${1 + (n % 6)}-01 Title ${n}\n\nWords of ${n}.`)
  }
  const project = engine.path('p.dictum')
  await dictum('new', project)
  await dictum('import', project, engine.path('in'))
  const exporting = async (folder: string, ...args: string[]) => {
    const { status, out, err } = await dictum('export', project, engine.path(folder), ...args, '--json')
    return { status, err: err(), answer: status === 0 ? JSON.parse(out()) : null }
  }
  return { engine, project, exporting }
}

test('--split, --seed and --group-by, twice the same', async () => {
  const { engine, exporting } = await workplace(20)
  const args = ['--split', '80,10,10', '--seed', '7', '--group-by', 'duplicate']
  expect(await exporting('a', ...args)).toMatchObject({
    status: 0,
    answer: { articles: 20, splits: { train: 16, validation: 2, test: 2 }, division: { added: 20 } },
  })
  expect(await exporting('b', ...args)).toMatchObject({ answer: { division: { added: 0 } } })
  for (const name of readdirSync(engine.path('a'))) {
    expect(readFileSync(engine.path(`b/${name}`))).toEqual(readFileSync(engine.path(`a/${name}`)))
  }
  expect((await exporting('c', '--split', '50,50', '--group-by', 'source,duplicate')).answer.splits).toEqual({
    train: 10,
    test: 10,
  })
})

test('--split-by-date, and a name that is used again', async () => {
  const { project, engine, exporting } = await workplace(12)
  const { answer } = await exporting('a', '--split-by-date', '2025-03-01,2025-06-01', '--split-name', 'by day')
  expect(answer).toMatchObject({ splits: { train: 4, validation: 6, test: 2 }, division: { name: 'by day' } })
  expect((await exporting('b', '--split-name', 'by day')).answer.splits).toEqual(answer.splits)
  const told = await dictum('export', project, engine.path('c'), '--split-name', 'by day')
  expect(told.out()).toContain('train: 4 articles\nvalidation: 6 articles\ntest: 2 articles\n')
  expect(told.out()).toContain('stored as “by day”')
})

test.each([
  [['--split', '80,ten'], '--split takes'],
  [['--split', '100'], '--split takes'],
  [['--split', '80,20,-5'], '--split takes'],
  [['--split', '80,20', '--seed', 'x'], '--seed takes'],
  [['--split', '80,20', '--group-by', 'author'], 'duplicate, source, none'],
  [['--split', '80,20', '--split-by-date', '2025-01-01'], 'Choose one'],
  [['--split-by-date', '2025-06-01,2025-01-01'], '--split-by-date takes'],
  [['--split-by-date', '2025-02-30'], 'takes a day'],
  [['--seed', '7'], 'Give --split too'],
  [['--split-name', 'nobody'], 'There are no splits called “nobody”'],
])('%j is wrong usage', async (args, message) => {
  const { exporting } = await workplace(2)
  const { status, err } = await exporting('out', ...args)
  expect(status).toBe(2)
  expect(err).toContain(message)
})
