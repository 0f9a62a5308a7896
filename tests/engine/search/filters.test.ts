import { describe, expect, test } from 'vitest'
import { articleIdsQuery } from '../../../src/engine/search/article-ids-query'
import type { WindowParams } from '../../../src/shared/contract/window-methods'
import { type ArticleFilter, NO_FILTER } from '../../../src/shared/domain/corpus/article-filter'
import { DEFAULT_LABEL_SET } from '../../../src/shared/domain/label-set/default-label-set'
import { withRawProject } from '../support/raw-project'
import { TestEngine } from '../support/test-engine'

type Query = WindowParams<'articles.query'>

/** Four articles with something of everything that can be filtered by; what imports give is planted. */
async function corpus() {
  const engine = new TestEngine()
  await engine.create()
  const one = await engine.addArticle(' date 2025-03-01 One\n\nAna said taxes fall.', 'one/a.txt')
  const two = await engine.addArticle(' date 2025-03-02 Two\n\nAna said taxes rise.', 'two/b.txt')
  const three = await engine.addArticle('Three\n\nNobody spoke here.', 'two/c.txt')
  const four = await engine.addArticle(' date 2025-03-04 Four\n\nTaxes, taxes, taxes.', 'two/d.txt')
  const mark = async (articleId: number, labelId: string, start: number, end: number) =>
    (await engine.ask('span.create', { articleId, labelId, parts: [[start, end]] as never })).spans[0]!
  await engine.ask('project.close', {})
  withRawProject(engine.path('p.dictum'), (db) => {
    db.prepare('UPDATE article SET lang = NULL').run()
    db.prepare("UPDATE article SET lang = 'ro' WHERE id IN (?, ?)").run(one, two)
    db.prepare("UPDATE article SET lang = 'en' WHERE id = ?").run(three)
    for (const [tag, id] of [
      ['news', one],
      ['news', two],
      ['opinion', two],
    ] as const)
      db.prepare('INSERT INTO article_tag (tag, article_id) VALUES (?, ?)').run(tag, id)
    for (const [key, value, id] of [
      ['desk', 'port', one],
      ['desk', 'city', two],
      ['page', '1', two],
    ] as const)
      db.prepare('INSERT INTO article_extra (key, value, article_id) VALUES (?, ?, ?)').run(key, value, id)
  })
  await engine.ask('project.open', { path: engine.path('p.dictum'), annotator: 'ana' })
  const query = async (filter: Query['filter'], order: Omit<Query, 'filter'> = {}) => [
    ...(await engine.ask('articles.query', { filter, ...order })).articleIds,
  ]
  return { engine, one, two, three, four, mark, query }
}

describe('filters', () => {
  test('labels: has, has none, has so many', async () => {
    const { one, two, three, four, mark, query } = await corpus()
    await mark(one, 'claim', 29, 39)
    await mark(two, 'claim', 29, 39)
    await mark(two, 'claim', 29, 34)
    expect(await query({ labels: [{ labelId: 'claim', atLeast: 1 }] })).toEqual([one, two])
    expect(await query({ labels: [{ labelId: 'claim', atLeast: 2 }] })).toEqual([two])
    expect(await query({ labels: [{ labelId: 'claim', atLeast: 0 }] })).toEqual([three, four])
    expect(
      await query({
        labels: [
          { labelId: 'claim', atLeast: 1 },
          { labelId: 'speaker', atLeast: 1 },
        ],
      }),
    ).toEqual([])
  })

  test('claims that miss who said them, or when', async () => {
    const { engine, one, two, three, mark, query } = await corpus()
    const claim = await mark(one, 'claim', 29, 39)
    const speaker = await mark(one, 'speaker', 20, 23)
    const other = await mark(two, 'claim', 29, 39)
    await mark(three, 'claim', 7, 13)
    expect(await query({ missing: ['speaker'] })).toEqual([one, two, three])
    expect(await query({ missing: ['date'] })).toEqual([three])
    await engine.ask('relation.create', { typeId: 'said_by', fromUid: claim.uid, toUid: speaker.uid })
    expect(await query({ missing: ['speaker'] })).toEqual([two, three])
    await engine.ask('span.update', { uid: other.uid, patch: { attributes: { form: 'unattributed' } } })
    expect(await query({ missing: ['speaker'] })).toEqual([three])
    expect(await query({ missing: ['speaker', 'date'] })).toEqual([three])
  })

  test('days, languages, tags, metadata, batches, annotators, notes', async () => {
    const { engine, one, two, three, four, mark, query } = await corpus()
    expect(await query({ from: '2025-03-02' })).toEqual([two, four])
    expect(await query({ from: '2025-03-02', to: '2025-03-03' })).toEqual([two])
    expect(await query({ to: '2025-03-01', undated: true })).toEqual([one, three])
    expect(await query({ undated: true })).toEqual([three])
    expect(await query({ languages: ['ro'] })).toEqual([one, two])
    expect(await query({ languages: ['en', ''] })).toEqual([three, four])
    expect(await query({ tags: ['news'] })).toEqual([one, two])
    expect(await query({ tags: ['news', 'opinion'] })).toEqual([two])
    expect(
      await query({
        extras: [
          { key: 'desk', value: 'port' },
          { key: 'desk', value: 'city' },
        ],
      }),
    ).toEqual([one, two])
    expect(
      await query({
        extras: [
          { key: 'desk', value: 'city' },
          { key: 'page', value: '1' },
        ],
      }),
    ).toEqual([two])
    const { batches } = await engine.ask('search.facets', {})
    expect(batches).toHaveLength(4)
    expect(await query({ batches: [batches[0]!.uid, batches[3]!.uid] })).toEqual([one, four])
    await mark(one, 'claim', 29, 39)
    expect(await query({ annotators: ['ana', 'bo'] })).toEqual([one])
    expect(await query({ annotators: ['bo'] })).toEqual([])
    await engine.ask('article.update', { articleId: two, patch: { note: 'look again' } })
    expect(await query({ noted: true })).toEqual([two])
    expect(await query({ noted: true, tags: ['news'], text: 'taxes' })).toEqual([two])
    expect(await engine.ask('search.count', { filter: { tags: ['news'] } })).toEqual({ articles: 2 })
  })

  test('a language is asked for and counted with its regions', async () => {
    const { engine, one, two, three, four, query } = await corpus()
    await engine.ask('article.update', { articleId: two, patch: { lang: 'ro-RO' } })
    await engine.ask('article.update', { articleId: four, patch: { lang: 'rom' } })
    expect(await query({ languages: ['ro'] })).toEqual([one, two])
    expect(await query({ languages: ['ro-RO'] })).toEqual([two])
    const { languages } = await engine.ask('search.facets', {})
    expect(languages).toEqual([
      { name: 'ro', articles: 2 },
      { name: 'ro-RO', articles: 1 },
      { name: 'en', articles: 1 },
      { name: 'rom', articles: 1 },
    ])
    await engine.ask('article.update', { articleId: one, patch: { lang: 'en-GB' } })
    expect((await engine.ask('search.facets', {})).languages.slice(0, 2)).toEqual([
      { name: 'en', articles: 2 },
      { name: 'en-GB', articles: 1 },
    ])
    expect(await query({ languages: ['en'] })).toEqual([one, three])
  })

  test('what is put away is in no list and no count', async () => {
    const { engine, one, two, four, query } = await corpus()
    await engine.ask('project.close', {})
    withRawProject(engine.path('p.dictum'), (db) =>
      db.prepare("UPDATE article SET shelf = 'hidden' WHERE id = ?").run(one),
    )
    await engine.ask('project.open', { path: engine.path('p.dictum'), annotator: 'ana' })
    expect(await query({ tags: ['news'] })).toEqual([two])
    expect(await query({ text: 'taxes' }, { sort: 'relevance' })).toEqual([four, two])
    const facets = await engine.ask('search.facets', {})
    expect(facets.tags).toEqual([
      { name: 'news', articles: 1 },
      { name: 'opinion', articles: 1 },
    ])
    expect(facets).toMatchObject({ firstDay: '2025-03-02', lastDay: '2025-03-04', undated: 1 })
  })

  test('while a menu is counted for, gestures go first, and a project can be closed', async () => {
    const { engine, one } = await corpus()
    const order: string[] = []
    const counted = engine.ask('search.facets', {}).then(() => order.push('counted'))
    const made = engine.ask('article.update', { articleId: one, patch: { note: 'x' } }).then(() => order.push('made'))
    await Promise.all([counted, made])
    expect(order).toEqual(['made', 'counted'])
    const refused = engine.refused('search.facets', {})
    await engine.ask('project.close', {})
    expect(await refused).toMatchObject({ code: 'no_project' })
  })
})

describe('orders', () => {
  test('by relevance: the title first, then how often', async () => {
    const { engine, one, two, four, query } = await corpus()
    const titled = await engine.addArticle('Taxes\n\nOnce.', 'e.txt')
    const ranked = await query({ text: 'taxes' }, { sort: 'relevance' })
    expect(ranked.slice(0, 2)).toEqual([titled, four])
    expect(ranked.slice(2).sort()).toEqual([one, two])
    expect(await query({ tags: ['news'] }, { sort: 'relevance' })).toEqual([one, two])
  })

  test('at random, the same for the same seed, whatever comes in', async () => {
    const { engine, query } = await corpus()
    const orders = await Promise.all([1, 2, 3, 4, 5, 6].map((seed) => query({}, { sort: 'random', seed })))
    expect(new Set(orders.map(String)).size).toBeGreaterThan(2)
    for (const order of orders) expect([...order].sort()).toEqual(orders[0]!.toSorted())
    const added = await engine.addArticle('Five\n\nMore.', 'e.txt')
    const after = await query({}, { sort: 'random', seed: 3 })
    expect(after.filter((id) => id !== added)).toEqual(orders[2])
  })

  test('by how uncertain the open suggestions are', async () => {
    const { engine, one, two, three, four, query } = await corpus()
    await engine.ask('project.close', {})
    withRawProject(engine.path('p.dictum'), (db) => {
      const put =
        db.prepare(`INSERT INTO suggestion (uid, article_id, kind, label_id, start_utf16, end_utf16, parts, words,
          attributes, score, source, reason, run_uid, state, author, created_at, updated_at)
        VALUES (?, ?, 'span', 'claim', 0, 3, '[[0,3]]', 'x', '{}', ?, 's', '', 'r', ?, 'ana', '', '')`)
      put.run('a', four, 0.55, 'open')
      put.run('b', two, 0.9, 'open')
      put.run('c', one, 0.9, 'open')
      put.run('d', one, 0.9, 'open')
      put.run('e', three, 0.5, 'rejected')
    })
    await engine.ask('project.open', { path: engine.path('p.dictum'), annotator: 'ana' })
    expect(await query({}, { sort: 'uncertain' })).toEqual([four, one, two, three])
  })
})

describe('how it is done', () => {
  const cases: readonly [name: string, filter: Partial<ArticleFilter>, plan: string][] = [
    ['a label', { labels: [{ labelId: 'claim', atLeast: 1 }] }, 'span USING COVERING INDEX span_by_label'],
    ['many of a label', { labels: [{ labelId: 'claim', atLeast: 3 }] }, 'span USING COVERING INDEX span_by_label'],
    ['claims without a speaker', { missing: ['speaker'] }, 'relation USING COVERING INDEX relation_by_from'],
    ['claims without a speaker', { missing: ['speaker'] }, 'span USING COVERING INDEX span_by_label'],
    ['suggestions', { suggested: true }, 'suggestion USING COVERING INDEX suggestion_open'],
    ['notes', { noted: true }, 'article USING INDEX article_with_note'],
    ['days', { from: '2025-01-01' }, 'article USING COVERING INDEX article_on_shelf_by_day'],
    ['no date', { undated: true }, 'article USING COVERING INDEX article_on_shelf_by_day'],
    ['a batch', { batches: ['b'] }, 'article USING COVERING INDEX article_by_batch'],
    ['a language', { languages: ['ro'] }, 'article USING COVERING INDEX article_by_lang'],
    ['a tag', { tags: ['news'] }, 'article_tag USING PRIMARY KEY'],
    ['metadata', { extras: [{ key: 'desk', value: 'port' }] }, 'article_extra USING PRIMARY KEY'],
    ['an annotator', { annotators: ['ana'] }, 'span USING COVERING INDEX span_by_author'],
    ['a flag', { flagged: true }, 'article USING COVERING INDEX article_with_flag'],
  ]
  test.each(cases)('%s: %o', async (_name, filter, expected) => {
    const engine = new TestEngine()
    await engine.create()
    await engine.ask('project.close', {})
    const { sql, parameters } = articleIdsQuery(DEFAULT_LABEL_SET, { ...NO_FILTER, ...filter }, 'imported')
    const plan = withRawProject(engine.path('p.dictum'), (db) =>
      (db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters) as { detail: string }[]).map(({ detail }) => detail),
    ).join(' / ')
    expect(plan).toContain(expected)
    expect(plan).not.toMatch(/SCAN \w+(?!\w| USING)/)
  })
})
