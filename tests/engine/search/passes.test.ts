import { expect, test } from 'vitest'
import type { WindowParams } from '../../../src/shared/contract/window-methods'
import { TestEngine } from '../support/test-engine'

type Filter = WindowParams<'articles.query'>['filter']

test('an article passes a filter exactly where the whole list has it, and the counts are the same', async () => {
  const engine = new TestEngine()
  await engine.create()
  const ids: number[] = []
  for (const words of [
    'ships at the port',
    'a mayor at the port',
    'the mayor is silent',
    'no € here',
    'trash at the port',
  ])
    ids.push(await engine.addArticle(` date 2025-03-0${ids.length + 1} Title\n\n${words}`))
  const [first, second, third, , last] = ids as [number, number, number, number, number]
  await engine.ask('article.update', { articleId: first, patch: { status: 'done', tags: { add: ['sea'] } } })
  await engine.ask('article.update', { articleId: second, patch: { status: 'done', flagged: true } })
  await engine.ask('article.update', { articleId: third, patch: { flagged: true, note: 'Read again.' } })
  await engine.ask('article.trash', { articleIds: [last] })

  const filters: Filter[] = [
    {},
    { statuses: ['done'] },
    { statuses: ['todo', 'skipped'] },
    { flagged: true },
    { flagged: true, statuses: ['todo'] },
    { text: 'port' },
    { text: 'port mayor', statuses: ['done'] },
    { text: '€' },
    { text: 'port -mayor' },
    { tags: ['sea'] },
    { noted: true },
    { copies: 'one' },
    { suggested: true },
    { labels: [{ labelId: 'claim', atLeast: 0 }] },
    { from: '2025-03-02', to: '2025-03-03' },
  ]
  for (const filter of filters) {
    const { articleIds, ...counts } = await engine.ask('articles.query', { filter })
    for (const articleId of ids) {
      const answer = await engine.ask('articles.recheck', { filter, articleId })
      expect(answer, JSON.stringify(filter)).toEqual({ ...counts, passes: articleIds.includes(articleId) })
    }
  }
  expect(await engine.ask('articles.recheck', { filter: {}, articleId: 4711 })).toMatchObject({ passes: false })
})
