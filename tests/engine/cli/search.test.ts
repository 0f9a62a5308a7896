import { expect, test } from 'vitest'
import { dictum } from '../support/dictum'
import { withRawProject } from '../support/raw-project'
import { TestEngine } from '../support/test-engine'

async function search(...args: string[]) {
  const { status, out } = await dictum('search', ...args, '--json')
  return { status, ...JSON.parse(out) }
}

async function project(): Promise<string> {
  const engine = new TestEngine()
  await engine.create()
  const port = await engine.addArticle(' date 2025-05-03 Port\n\n😀 The taxes at the port.', 'a.txt')
  const taxes = await engine.addArticle(' date 2025-06-01 Taxes\n\nTaxes, a taxi and taxes.', 'b.txt')
  await engine.addArticle('Nothing\n\nAt all.', 'c.txt')
  await engine.ask('article.update', { articleId: taxes, patch: { status: 'done' } })
  await engine.ask('span.create', { articleId: port, labelId: 'claim', parts: [[31, 36]] as never })
  await engine.ask('project.close', {})
  withRawProject(engine.path('p.dictum'), (db) => {
    db.prepare("UPDATE article SET lang = iif(id = ?, 'en', NULL)").run(port)
    db.prepare("INSERT INTO article_tag (tag, article_id) VALUES ('news', ?)").run(port)
  })
  return engine.path('p.dictum')
}

test('the best come first, with a snippet and its marks in code points', async () => {
  const path = await project()
  const { status, total, hits } = await search(path, 'taxes')
  expect({ status, total }).toEqual({ status: 0, total: 2 })
  expect(hits.map(({ title }: { title: string }) => title)).toEqual(['Taxes', 'Port'])
  const [, port] = hits
  const letters = [...port.snippet]
  expect(port.marks.map(([start, end]: [number, number]) => letters.slice(start, end).join(''))).toEqual(['taxes'])
  expect(port).toMatchObject({ article: expect.any(String), date: '2025-05-03' })
  expect((await search(path, 'taxes', '--limit', '1')).hits).toHaveLength(1)
  expect((await dictum('search', path, 'taxes')).out).toMatch(/^2 articles found:\n\nTaxes {2}\(2025-06-01\)\n/)
})

test('a word is whole unless a star says that it is not', async () => {
  const path = await project()
  expect((await search(path, 'tax')).total).toBe(0)
  expect((await search(path, 'tax*')).total).toBe(2)
  expect((await search(path, '"at all" OR port')).total).toBe(2)
})

test.each([
  ['--status', 'done', ['Taxes']],
  ['--label', 'CLAIM', ['Port']],
  ['--lang', 'en', ['Port']],
  ['--tag', 'news', ['Port']],
  ['--from', '2025-06-01', ['Taxes']],
  ['--to', '2025-05-31', ['Port']],
])('%s %s', async (option, value, titles) => {
  const { hits } = await search(await project(), 'taxes', option, value)
  expect(hits.map(({ title }: { title: string }) => title)).toEqual(titles)
})

test.each([
  ['(taxes'],
  ['taxes', '--status', 'finished'],
  ['taxes', '--label', 'NOPE'],
  ['taxes', '--from', '2025-02-30'],
  ['taxes', '--limit', '0'],
])('wrong usage is told: %s %s %s', async (...args) => {
  const { status, error } = await search(await project(), ...args)
  expect(status).toBe(2)
  expect(error.message).not.toBe('')
})
