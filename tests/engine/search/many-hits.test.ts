import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { systemClock } from '../../../src/engine/base/clock-and-ids'
import { MIGRATIONS } from '../../../src/engine/project/migrations'
import { openProject } from '../../../src/engine/project/open'
import { articleIdsQuery } from '../../../src/engine/search/article-ids-query'
import { idsOfManyHits } from '../../../src/engine/search/many-hits'
import type { Project } from '../../../src/engine/store/project'
import { type ArticleFilter, NO_FILTER } from '../../../src/shared/domain/corpus/article-filter'
import { TestEngine } from '../support/test-engine'

const TITLES = ['Taxes rise', 'The harbour', 'A vote on taxes', 'Nothing new', 'Taxes, taxes', 'The port']

let project: Project
const ids: number[] = []

beforeEach(async () => {
  ids.length = 0
  const engine = new TestEngine()
  await engine.create()
  for (const [n, title] of TITLES.entries()) {
    const text = ` date 2025-03-0${6 - n} ${title}\n\n${'Taxes and taxes. '.repeat(n)}The mayor ${n % 2 ? 'spoke' : 'was silent'}.`
    ids.push(await engine.addArticle(text))
  }
  await engine.ask('article.update', { articleId: ids[2]!, patch: { status: 'done' } })
  await engine.ask('project.close', {})
  project = openProject(engine.path('p.dictum'), systemClock, MIGRATIONS)
})
afterEach(() => project.close())

const filterOf = (patch: Partial<ArticleFilter>): ArticleFilter => ({ ...NO_FILTER, ...patch })
const plainly = (filter: ArticleFilter, sort: 'imported' | 'newest' | 'title' | 'relevance'): number[] => {
  const { sql, parameters } = articleIdsQuery(project.labelSet, filter, sort)
  return [...project.sql.ids(sql, ...parameters)]
}

describe('where many articles have the words', () => {
  const texts = [
    'taxes',
    'the mayor',
    'taxes spoke',
    'title:taxes',
    '"was silent" NOT harbour',
    'taxes OR port',
    'spo*',
  ]
  test.each(texts)('“%s” finds the same, in the same order, as hit by hit', (text) => {
    const limits = { manyHits: 0, mostRanked: 1000 }
    for (const patch of [
      {},
      { statuses: ['todo'] as const },
      { from: '2025-03-03' },
      { statuses: ['todo'] as const, undated: true, from: '2025-03-02' },
    ]) {
      const filter = filterOf({ ...patch, text } as Partial<ArticleFilter>)
      for (const sort of ['imported', 'newest', 'title', 'relevance'] as const)
        expect([...idsOfManyHits(project, filter, sort, limits)!]).toEqual(plainly(filter, sort))
    }
  })

  test('too many to be ranked: those with the words in the title come first', () => {
    const filter = filterOf({ text: 'taxes' })
    const found = [...idsOfManyHits(project, filter, 'relevance', { manyHits: 0, mostRanked: 3 })!]
    expect(found.toSorted()).toEqual(plainly(filter, 'imported'))
    // ranked among themselves: the shortest of them says it twice
    expect(new Set(found.slice(0, 3))).toEqual(new Set([ids[0], ids[2], ids[4]]))
    expect(found[0]).toBe(plainly(filterOf({ text: 'title:taxes' }), 'relevance')[0])
    expect(found.slice(3)).toEqual([ids[1], ids[3], ids[5]])
  })

  test('what is in a title only must still pass the whole query', () => {
    const filter = filterOf({ text: 'taxes NOT silent' })
    const found = [...idsOfManyHits(project, filter, 'relevance', { manyHits: 0, mostRanked: 0 })!]
    expect(found.toSorted()).toEqual(plainly(filter, 'imported'))
  })
})

test('a few hits, or no words, are left to the query', () => {
  expect(idsOfManyHits(project, filterOf({ text: 'taxes' }), 'imported')).toBeNull()
  expect(idsOfManyHits(project, NO_FILTER, 'imported')).toBeNull()
})
