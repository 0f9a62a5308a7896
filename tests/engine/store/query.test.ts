import { describe, expect, test } from 'vitest'
import { articleIdsQuery } from '../../../src/engine/search/article-ids-query'
import { COUNTS_QUERY, DONE_SINCE_QUERY } from '../../../src/engine/search/article-query'
import { COPY_COUNTS_QUERY } from '../../../src/engine/store/rows/copy-rows'
import type { WindowParams } from '../../../src/shared/contract/window-methods'
import { NO_FILTER } from '../../../src/shared/domain/corpus/article-filter'
import { DEFAULT_LABEL_SET } from '../../../src/shared/domain/label-set/default-label-set'
import { withRawProject } from '../support/raw-project'
import { TestEngine } from '../support/test-engine'

type Filter = WindowParams<'articles.query'>['filter']

async function corpus() {
  const engine = new TestEngine()
  await engine.create()
  const ids = {
    comma: await engine.addArticle(' date 2025-03-02 Președintele a vorbit\n\nDespre „școală”.', 'a.txt'),
    cedilla: await engine.addArticle(' date 2025-03-01 Preşedintele tace\n\nNimic.', 'b.txt'),
    decomposed: await engine.addArticle('Pres\u0326edintele\n\nCafe\u0301 la port. J.D. Vance too.', 'c.txt'),
    english: await engine.addArticle(
      " date 2025-03-02 «Zebra» at the harbour\n\nThe mayor’s plan, O'Brien said.",
      'd.txt',
    ),
  }
  const query = async (filter: Filter, sort?: WindowParams<'articles.query'>['sort']) => [
    ...(await engine.ask('articles.query', { filter, sort })).articleIds,
  ]
  return { engine, ids, query }
}

describe('searching', () => {
  test('marks are folded, in every way of writing them', async () => {
    const { ids, query } = await corpus()
    const all = [ids.comma, ids.cedilla, ids.decomposed]
    for (const text of ['presedinte', 'președinte', 'preşedinte', 'PRES\u0326EDINTE'])
      expect(await query({ text })).toEqual(all)
    expect(await query({ text: 'scoala' })).toEqual([ids.comma])
    expect(await query({ text: 'café' })).toEqual([ids.decomposed])
  })

  test('all words must be there, and the last one may be unfinished', async () => {
    const { ids, query } = await corpus()
    expect(await query({ text: 'zebra may' })).toEqual([ids.english])
    expect(await query({ text: 'zeb mayor' })).toEqual([])
    expect(await query({ text: 'mayor zebra tace' })).toEqual([])
    expect(await query({ text: 'J.D. Vance' })).toEqual([ids.decomposed])
    expect(await query({ text: "o'brien" })).toEqual([ids.english])
  })

  test.each(['"', '""', 'a"b', '*', 'NEAR(', 'a AND', '('])('what is no query is refused: %j', async (text) => {
    const { engine } = await corpus()
    const refused = await engine.refused('articles.query', { filter: { text } })
    expect(refused.code).toBe('bad_request')
    expect(refused.message).toMatch(/character \d+/)
  })

  test('phrases, beginnings, AND, OR, NOT, fields and brackets', async () => {
    const { ids, query } = await corpus()
    expect(await query({ text: '"a vorbit"' })).toEqual([ids.comma])
    expect(await query({ text: '"vorbit a"' })).toEqual([])
    expect(await query({ text: 'tace OR vorbit' })).toEqual([ids.comma, ids.cedilla])
    expect(await query({ text: 'presed* -tace' })).toEqual([ids.comma, ids.decomposed])
    expect(await query({ text: 'presed* NOT (tace OR vorbit)' })).toEqual([ids.decomposed])
    expect(await query({ text: '-presed*' })).toEqual([ids.english])
    expect(await query({ text: 'title:mayor' })).toEqual([])
    expect(await query({ text: 'text:mayor title:zebra' })).toEqual([ids.english])
    expect(await query({ text: 'zebra NEAR/1 harbour' })).toEqual([])
    expect(await query({ text: 'zebra NEAR/2 harbour' })).toEqual([ids.english])
    expect(await query({ text: '„a vorbit”' })).toEqual([ids.comma])
    expect(await query({ text: '€ OR tace' })).toEqual([ids.cedilla])
    expect(await query({ text: 'mayo ' })).toEqual([])
  })

  test('nothing to search for finds everything', async () => {
    const { query } = await corpus()
    for (const text of ['', '  ', '\t\u0000']) expect(await query({ text })).toHaveLength(4)
  })

  test('signs that are no words are looked for as they are', async () => {
    const { engine, ids, query } = await corpus()
    const emoji = await engine.addArticle('A 😀 day\n\nIt cost 5 €.', 'e.txt')
    expect(await query({ text: '😀' })).toEqual([emoji])
    expect(await query({ text: '€ 😀' })).toEqual([emoji])
    expect(await query({ text: '😂' })).toEqual([])
    expect(await query({ text: '„' })).toEqual([ids.comma])
    expect(await query({ text: '« »', statuses: ['todo'] })).toEqual([ids.english])
    expect(await query({ text: '«', statuses: ['done'] })).toEqual([])
    expect(await query({ text: '😀 zebra' })).toEqual([])
    expect(await query({ text: '« zebra' })).toEqual([ids.english])
  })
})

describe('sorting', () => {
  test('each way', async () => {
    const { ids, query } = await corpus()
    expect(await query({}, 'imported')).toEqual([ids.comma, ids.cedilla, ids.decomposed, ids.english])
    expect(await query({}, 'newest')).toEqual([ids.english, ids.comma, ids.cedilla, ids.decomposed])
    expect(await query({}, 'oldest')).toEqual([ids.cedilla, ids.comma, ids.english, ids.decomposed])
    // presedintele, presedintele a vorbit, presedintele tace, zebra
    expect(await query({}, 'title')).toEqual([ids.decomposed, ids.comma, ids.cedilla, ids.english])
  })
})

describe('filters and counts', () => {
  test('statuses and flags', async () => {
    const { engine, ids, query } = await corpus()
    await engine.ask('article.update', { articleId: ids.comma, patch: { status: 'done' } })
    await engine.ask('article.update', { articleId: ids.cedilla, patch: { status: 'skipped', flagged: true } })
    expect(await query({ statuses: ['done', 'skipped'] })).toEqual([ids.comma, ids.cedilla])
    expect(await query({ flagged: true })).toEqual([ids.cedilla])
    expect(await query({ statuses: ['done'], text: 'presedinte' })).toEqual([ids.comma])
    expect(await engine.ask('articles.query', { filter: { statuses: ['done'] } })).toMatchObject({
      counts: { todo: 2, in_progress: 0, done: 1, skipped: 1 },
      flagged: 1,
      total: 4,
      doneToday: 1,
    })
  })

  test('rows come in the order asked for, with counts by label', async () => {
    const { engine, ids } = await corpus()
    await engine.ask('span.create', { articleId: ids.comma, labelId: 'claim', parts: [[7, 12]] as never })
    const rows = await engine.ask('articles.rows', { articleIds: [ids.english, 999, ids.comma] })
    expect(rows.map(({ articleId, counts }) => [articleId, counts])).toEqual([
      [ids.english, {}],
      [ids.comma, { claim: 1 }],
    ])
  })
})

describe('how it is done', () => {
  async function planner() {
    const engine = new TestEngine()
    await engine.create()
    await engine.ask('project.close', {})
    return (sql: string, parameters: readonly (string | number)[]) =>
      withRawProject(engine.path('p.dictum'), (db) =>
        (db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters) as { detail: string }[])
          .map((row) => row.detail)
          .join(' / '),
      )
  }

  test.each(['imported', 'newest', 'oldest', 'title'] as const)(
    'the whole corpus, %s first, is walked in order',
    async (sort) => {
      const plan = await planner()
      const { sql, parameters } = articleIdsQuery(DEFAULT_LABEL_SET, NO_FILTER, sort)
      expect(plan(sql, parameters)).not.toContain('TEMP B-TREE')
      expect(plan(sql, parameters)).toContain('SEARCH article USING COVERING INDEX article_on_shelf')
    },
  )

  test('a status and the counts are read from one index alone', async () => {
    const plan = await planner()
    const { sql, parameters } = articleIdsQuery(DEFAULT_LABEL_SET, { ...NO_FILTER, statuses: ['done'] }, 'imported')
    expect(plan(sql, parameters)).toContain('USING COVERING INDEX article_by_shelf (shelf=? AND status=?)')
    expect(plan(COUNTS_QUERY, [])).toBe('SEARCH article_count USING PRIMARY KEY (shelf=?)')
    expect(plan(DONE_SINCE_QUERY, ['x'])).toContain(
      'USING COVERING INDEX article_by_shelf (shelf=? AND status=? AND status_changed_at>?)',
    )
  })

  test('a search asks the full-text index', async () => {
    const plan = await planner()
    const { sql, parameters } = articleIdsQuery(DEFAULT_LABEL_SET, { ...NO_FILTER, text: 'tax' }, 'imported')
    expect(plan(sql, parameters)).toContain('article_fts VIRTUAL TABLE')
    expect(plan(sql, parameters)).toContain('SEARCH article USING INTEGER PRIMARY KEY')
  })

  test.each([
    ['SELECT 1 FROM article WHERE sha256 = ?', 'sha256=?'],
    ["SELECT 1 FROM article WHERE path = ? AND part = ''", 'article_by_place'],
    ['SELECT * FROM span WHERE article_id = ? ORDER BY start_utf16', 'span_by_article'],
    ['SELECT id FROM relation WHERE to_span = ?', 'relation_by_to'],
    ['SELECT id FROM event WHERE article_id = ? AND id < 9 ORDER BY id DESC LIMIT 5', 'event_by_article'],
  ])('%s', async (sql, index) => {
    const plan = await planner()
    expect(plan(sql, ['x'])).toContain(index)
  })

  test('the copies of a few articles are looked up from those articles, not from the list', async () => {
    const plan = (await planner())(COPY_COUNTS_QUERY, ['[1]'])
    expect(plan).toMatch(/^SEARCH own .* \/ SEARCH other .* \/ SEARCH copy [^/]*rowid=\?/)
  })
})
