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

test('dictum splits lists divisions and forgets one', async () => {
  const { project, exporting } = await workplace(10)
  const answered = async (...args: string[]) => {
    const { status, out, err } = await dictum('splits', project, '--json', ...args)
    return { status, answer: JSON.parse(out()), err: err() }
  }
  expect(await answered()).toMatchObject({ status: 0, answer: { splits: [] } })
  await exporting('a', '--split', '80,10,10', '--seed', '7', '--split-name', 'paper')
  await exporting('b', '--split-by-date', '2025-03-01')
  expect((await answered()).answer.splits).toEqual([
    { name: 'by date 2025-03-01', definition: expect.anything(), splits: { train: 4, test: 6 } },
    { name: 'paper', definition: expect.anything(), splits: { train: 8, validation: 1, test: 1 } },
  ])
  expect((await dictum('splits', project)).out()).toContain('paper: train 8, validation 1, test 1\n')
  const unknown = await answered('--forget', 'nobody')
  expect(unknown.status).toBe(2)
  expect(unknown.err).toContain('There are: “by date 2025-03-01”, “paper”.')
  const { answer } = await answered('--forget', 'paper')
  expect(answer).toMatchObject({ forgotten: 'paper', splits: [{ name: 'by date 2025-03-01' }] })
  // the name is free for another way to divide, and everything has a new place
  const again = await exporting('c', '--split', '50,50', '--split-name', 'paper')
  expect(again.answer).toMatchObject({ splits: { train: 5, test: 5 }, division: { added: 10 } })
})

test('a split that stays empty is told, with what it was to have', async () => {
  const { engine, project, exporting } = await workplace(3)
  const { answer } = await exporting('a', '--split', '80,10,10', '--group-by', 'none')
  expect(answer).toMatchObject({ splits: { train: 3, validation: 0, test: 0 } })
  expect(answer.division.wanted).toEqual({ train: 2.4, validation: 0.3, test: 0.3 })
  const told = await dictum('export', project, engine.path('b'), '--split', '80,10,10', '--group-by', 'none')
  expect(told.status).toBe(0)
  expect(told.out()).toContain('test is empty: 0.3 of 3 articles were wanted')
  const late = await dictum('export', project, engine.path('c'), '--split-by-date', '2030-01-01')
  expect(late.out()).toContain('test is empty: no article is of its days.')
})

test.each([
  ['80,20', { train: 8, test: 2 }],
  ['8,2', { train: 8, test: 2 }],
  ['0.8,0.1,0.1', { train: 8, validation: 1, test: 1 }],
  ['8,1,1', { train: 8, validation: 1, test: 1 }],
  ['1,1,1', { train: 4, validation: 3, test: 3 }],
])('of ten articles %s gives %j', async (ratio, splits) => {
  const { exporting } = await workplace(10)
  const { answer } = await exporting('a', '--split', ratio, '--group-by', 'none')
  const sizes = (found: object) => Object.values(found).sort()
  expect(sizes(answer.splits)).toEqual(sizes(splits))
  expect(Object.keys(answer.splits)).toEqual(Object.keys(splits))
})

test('a name takes the same proportion in other numbers, and no other one', async () => {
  const { exporting } = await workplace(10)
  const named = (ratio: string) => exporting('a', '--split', ratio, '--split-name', 'paper')
  const first = await named('80,10,10')
  for (const ratio of ['8,1,1', '0.8,0.1,0.1']) {
    expect(await named(ratio)).toMatchObject({
      status: 0,
      answer: { splits: first.answer.splits, division: { added: 0 } },
    })
  }
  expect((await named('70,15,15')).status).toBe(2)
})
