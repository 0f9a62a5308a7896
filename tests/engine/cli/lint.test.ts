import { expect, test } from 'vitest'
import { dictum } from '../support/dictum'
import { marker } from '../support/marking'
import { TestEngine } from '../support/test-engine'

const TEXT = 'Portul\n\nIrina Dobre spuse: „Taxele vor scădea.”'

async function project(): Promise<string> {
  const engine = new TestEngine()
  const articleId = await engine.withArticle(TEXT)
  await engine.ask('article.update', { articleId, patch: { publishedOn: '2025-12-23' } })
  const { mark, link } = marker(engine, articleId, TEXT)
  await link('said_by', await mark('Taxele vor scădea', 'claim'), await mark('Dobre ', 'speaker'))
  await mark('spuse:', 'speaker')
  await engine.engine.close()
  return engine.path('p.dictum')
}

test('findings end with status 1, and name the article and the span', async () => {
  const path = await project()
  const { status, out } = await dictum('lint', path, '--json')
  const answer = JSON.parse(out)
  expect(status).toBe(1)
  expect(answer).toMatchObject({
    ok: false,
    total: 2,
    problems: 1,
    fixable: 2,
    counts: { untrimmed: 1, edge_marks: 1 },
    fixed: null,
  })
  expect(answer.findings).toEqual([
    expect.objectContaining({
      code: 'untrimmed',
      level: 'problem',
      label: 'SPEAKER',
      fixable: true,
      message: '“Dobre” has white space at an edge.',
    }),
    expect.objectContaining({ code: 'edge_marks', level: 'hint', title: 'Portul' }),
  ])
  const read = await dictum('lint', path, '--limit', '1')
  expect(read.out).toContain('2 findings in 3 spans in 1 article, 1 problem among them:')
  expect(read.out).toContain('and 1 more')
})

test('--fix puts right what is safe; then hints and nothing are status 0', async () => {
  const path = await project()
  const { status, out } = await dictum('lint', path, '--fix', '--json')
  expect(status).toBe(0)
  expect(JSON.parse(out)).toMatchObject({
    ok: true,
    total: 0,
    fixed: { trimmed: 2, dropped: 0, articles: 1 },
    findings: [],
  })
  expect((await dictum('lint', path)).out).toBe('Nothing to mend in 3 spans in 1 article.\n')
  expect((await dictum('check', path)).status).toBe(0)
})

test('a part of the project, and what is not there', async () => {
  const path = await project()
  expect((await dictum('lint', path, '--labels', 'claim')).status).toBe(0)
  expect((await dictum('lint', path, '--query', 'portul')).status).toBe(1)
  expect((await dictum('lint', path, '--status', 'done')).status).toBe(0)
  expect((await dictum('lint', path, '--labels', 'NONE')).status).toBe(2)
  expect((await dictum('lint', path, '--annotator', 'nobody')).status).toBe(2)
  expect((await dictum('lint', path, '--batch', 'none')).status).toBe(2)
  expect((await dictum('lint', path, '--status', 'odd')).status).toBe(2)
})
