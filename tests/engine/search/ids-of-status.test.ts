import { expect, test } from 'vitest'
import { systemClock } from '../../../src/engine/base/clock-and-ids'
import { MIGRATIONS } from '../../../src/engine/project/migrations'
import { openProject } from '../../../src/engine/project/open'
import { articleIdsQuery } from '../../../src/engine/search/article-ids-query'
import { idsOfStatus } from '../../../src/engine/search/ids-of-status'
import { NO_FILTER } from '../../../src/shared/domain/corpus/article-filter'
import type { Status } from '../../../src/shared/domain/corpus/articles'
import { TestEngine } from '../support/test-engine'

test('the articles of a status come in every order as the plain query gives them; other filters are left to it', async () => {
  const engine = new TestEngine()
  await engine.create()
  const statuses: Status[] = ['todo', 'done', 'in_progress', 'done', 'todo', 'skipped', 'done']
  for (const [n, status] of statuses.entries()) {
    const articleId = await engine.addArticle(` date 2025-03-0${((n * 3) % 7) + 1} ${'gfedcba'[n]} title\n\nText ${n}.`)
    await engine.ask('article.update', { articleId, patch: { status, flagged: n % 2 === 0 } })
  }
  await engine.ask('project.close', {})
  const project = openProject(engine.path('p.dictum'), systemClock, MIGRATIONS)
  try {
    for (const wanted of [['done'], ['todo', 'skipped']] as Status[][]) {
      const filter = { ...NO_FILTER, statuses: wanted }
      for (const sort of ['imported', 'newest', 'oldest', 'title', 'relevance'] as const) {
        const { sql, parameters } = articleIdsQuery(project.labelSet, filter, sort)
        expect(idsOfStatus(project, filter, sort)).toEqual(project.sql.ids(sql, ...parameters))
      }
      expect(idsOfStatus(project, { ...filter, flagged: true }, 'title')).toBeNull()
      expect(idsOfStatus(project, { ...filter, text: '€' }, 'title')).toBeNull()
    }
    expect(idsOfStatus(project, NO_FILTER, 'title')).toBeNull()
    const { sql, parameters } = articleIdsQuery(project.labelSet, { ...NO_FILTER, flagged: true }, 'imported')
    const plan = project.sql.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...parameters)
    expect(plan.map(({ detail }) => detail).join('\n')).toContain('article_with_flag')
    expect(project.sql.ids(sql, ...parameters)).toHaveLength(4)
  } finally {
    project.close()
  }
})
