import { afterEach, beforeEach, expect, test } from 'vitest'
import { systemClock } from '../../../src/engine/base/clock-and-ids'
import { MIGRATIONS } from '../../../src/engine/project/migrations'
import { openProject } from '../../../src/engine/project/open'
import { articleIdsQuery } from '../../../src/engine/search/article-ids-query'
import { idsOfSets } from '../../../src/engine/search/ids-of-sets'
import { hasWholeList, wholeList } from '../../../src/engine/search/whole-list'
import type { Project } from '../../../src/engine/store/project'
import { type ArticleFilter, NO_FILTER, type Sort } from '../../../src/shared/domain/corpus/article-filter'
import { TestEngine } from '../support/test-engine'

const LANGUAGES = ['ro', 'en', 'ro-RO', 'hu', null, 'ro', 'en']
const SORTS: readonly Sort[] = ['imported', 'newest', 'oldest', 'title', 'uncertain', 'relevance', 'random']

let engine: TestEngine
let project: Project

beforeEach(async () => {
  engine = new TestEngine()
  await engine.create()
  for (const [n, lang] of LANGUAGES.entries()) {
    const date = n === 4 ? '' : ` date 2025-03-0${((n * 3) % 7) + 1} `
    const articleId = await engine.addArticle(`${date}${'gfedcba'[n]} title\n\nText ${n}.`)
    const tags = { add: n % 2 === 0 ? ['even'] : ['odd'] }
    const status = n > 2 ? 'done' : 'todo'
    await engine.ask('article.update', { articleId, patch: { lang, tags, flagged: n < 5, status } })
  }
  await engine.ask('span.create', { articleId: 5, labelId: 'claim', parts: [[0, 7]] as never })
  await engine.ask('project.close', {})
  project = openProject(engine.path('p.dictum'), systemClock, MIGRATIONS)
})
afterEach(() => project.close())

const filterOf = (patch: Partial<ArticleFilter>): ArticleFilter => ({ ...NO_FILTER, ...patch })
const plainly = (filter: ArticleFilter, sort: Sort) => {
  const { sql, parameters } = articleIdsQuery(project.labelSet, filter, sort)
  return project.sql.ids(sql, ...parameters)
}

test.each<Partial<ArticleFilter>>([
  { languages: ['ro'] },
  { languages: ['ro', ''] },
  { languages: ['ro', 'ro-RO', 'ro'] },
  { tags: ['even'] },
  { tags: ['even'], languages: ['ro', 'en'] },
  { tags: ['none'] },
  { flagged: true, statuses: ['done'] },
  { missing: ['speaker'] },
  { missing: ['date'] },
  { from: '2025-03-02', to: '2025-03-05' },
  { from: '2025-03-04', undated: true, tags: ['even'] },
  { undated: true },
  { labels: [{ labelId: 'claim', atLeast: 0 }] },
  { labels: [{ labelId: 'claim', atLeast: 0 }], copies: 'one', statuses: ['todo'] },
])('sets laid over the list give what the plain query gives, in every order: %o', (patch) => {
  const filter = filterOf(patch)
  for (const sort of SORTS) {
    // a range of days is left to its index where the list is not at hand
    if (sort === 'newest' || sort === 'oldest') wholeList(project, sort)
    expect(idsOfSets(project, filter, sort, { manyHits: 0 })).toEqual(plainly(filter, sort))
  }
})

test('what is no set, and what is small while no list is at hand, is left to the plain query', () => {
  const few = { manyHits: 5 }
  expect(idsOfSets(project, filterOf({ from: '2025-03-02' }), 'newest', few)).toBeNull()
  expect(idsOfSets(project, filterOf({ tags: ['even'], text: 'text' }), 'title', few)).toBeNull()
  expect(idsOfSets(project, filterOf({ statuses: ['done'] }), 'title', few)).toBeNull()
  expect(idsOfSets(project, filterOf({ tags: ['even'] }), 'title', few)).toBeNull()
  wholeList(project, 'title')
  expect(idsOfSets(project, filterOf({ tags: ['even'] }), 'title', few)).toHaveLength(4)
})

test('a list is kept until an article comes, goes or is elsewhere in it, here or by another connection', () => {
  const before = wholeList(project, 'title')
  expect(wholeList(project, 'title')).toBe(before)
  expect(hasWholeList(project, 'newest')).toBe(false)
  project.sql.run("UPDATE article SET title_key = 'aa' WHERE id = 1")
  expect(hasWholeList(project, 'title')).toBe(false)
  expect(wholeList(project, 'title')).toEqual(plainly(NO_FILTER, 'title'))
  expect(wholeList(project, 'title')).not.toEqual(before)

  const other = openProject(engine.path('p.dictum'), systemClock, MIGRATIONS)
  other.sql.run("UPDATE article SET shelf = 'hidden' WHERE id = 1")
  other.close()
  expect(wholeList(project, 'title')).toHaveLength(LANGUAGES.length - 1)
})

test('a gesture that changes no order leaves the list at hand; how uncertain suggestions are is asked again', async () => {
  const before = wholeList(project, 'newest')
  wholeList(project, 'uncertain')
  project.sql.run("UPDATE article SET status = 'skipped', flagged = 0 WHERE id = 2")
  project.sql.run('DELETE FROM span WHERE article_id = 5')
  expect(wholeList(project, 'newest')).toBe(before)
  expect(hasWholeList(project, 'uncertain')).toBe(false)
  project.sql.run('UPDATE article SET published_on = NULL WHERE id = 2')
  expect(hasWholeList(project, 'newest')).toBe(false)
})

test('what a transaction that is taken back has seen is not kept', () => {
  const before = wholeList(project, 'imported')
  expect(() =>
    project.sql.transaction(() => {
      project.sql.run("UPDATE article SET shelf = 'hidden' WHERE id = 1")
      expect(wholeList(project, 'imported')).toHaveLength(LANGUAGES.length - 1)
      throw new Error('taken back')
    }),
  ).toThrow('taken back')
  expect(wholeList(project, 'imported')).toEqual(before)
})
