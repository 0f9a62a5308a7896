import { expect, test } from 'vitest'
import { marker } from '../support/marking'
import { withRawProject } from '../support/raw-project'
import { TestEngine } from '../support/test-engine'
import { thereAndBack } from '../support/there-and-back'

const TEXT = 'Ana said taxes will fall.'

async function threeArticles() {
  const engine = new TestEngine()
  const first = await engine.withArticle(TEXT)
  const second = await engine.addArticle('Bogdan said that taxes will rise.')
  const third = await engine.addArticle('Carla said nothing of taxes.')
  const claim = await marker(engine, first, TEXT).mark('taxes will fall', 'claim')
  return { engine, first, second, third, claim }
}

const isSound = async (engine: TestEngine) => expect((await engine.ask('project.check', {})).findings).toEqual([])

test('an article in the trash is out of the list, the search, the statistics and the exports, and comes back whole', async () => {
  const { engine, first, second, third } = await threeArticles()
  const change = await engine.ask('article.trash', { articleIds: [first] })
  expect(change.article?.shelf).toBe('trash')
  expect(change.undo.undo?.summary).toBe('move “Ana said taxes will fall.” to the trash')
  expect(await engine.articleIds()).toEqual([second, third])
  const found = await engine.ask('articles.query', { filter: { text: 'taxes' } })
  expect([...found.articleIds]).toEqual([second, third])
  expect(found.total).toBe(2)
  expect(await engine.ask('project.stats', {})).toMatchObject({ articles: 2, spans: 0, annotators: [] })
  expect(await engine.export(engine.path('out.jsonl'))).toMatchObject({ articles: 2, spans: 0 })
  expect((await engine.ask('project.current', {}))?.articles).toBe(2)
  expect(await engine.ask('trash.list', {})).toMatchObject({ total: 1, articles: [{ articleId: first, spans: 1 }] })
  await isSound(engine)

  await engine.ask('article.restore', { articleIds: [first] })
  expect(await engine.articleIds()).toEqual([first, second, third])
  expect((await engine.ask('article.open', { articleId: first })).spans).toHaveLength(1)
  expect((await engine.ask('trash.list', {})).total).toBe(0)
  await isSound(engine)
})

test('trash and restore are gestures: undone and done again, also after the project was opened anew', async () => {
  const { engine, first, second } = await threeArticles()
  await thereAndBack(engine, () => engine.ask('article.trash', { articleIds: [first, second] }))
  await thereAndBack(engine, () => engine.ask('article.restore', { articleIds: [second] }))
  await engine.ask('project.close', {})
  await engine.ask('project.open', { path: engine.path('p.dictum'), annotator: 'bogdan' })
  const undone = await engine.ask('history.undo', {})
  expect(undone).toMatchObject({ articleId: second, article: { shelf: 'trash' } })
  expect((await engine.ask('trash.list', {})).total).toBe(2)
  await engine.ask('history.undo', {})
  expect(await engine.articleIds()).toHaveLength(3)
  await isSound(engine)
})

test('what was there already, or is in the trash already, leaves no event', async () => {
  const { engine, first } = await threeArticles()
  const before = await engine.ask('history.list', {})
  expect((await engine.ask('article.restore', { articleIds: [first] })).article).toBeNull()
  expect(await engine.ask('history.list', {})).toEqual(before)
  expect((await engine.refused('article.trash', { articleIds: [999] })).code).toBe('not_found')
})

test('suggestions pass over the trash, and those in it are not accepted with the rest of their run', async () => {
  const { engine, first, second, third, claim } = await threeArticles()
  const taxes = await marker(engine, first, TEXT).mark('taxes', 'speaker')
  await engine.ask('article.trash', { articleIds: [third] })
  const run = await engine.finished((await engine.ask('suggest.repeat', { uid: taxes.uid })).jobId)
  if (run.kind !== 'suggest' || !run.report) throw new Error('no report')
  expect(run.report).toMatchObject({ suggestions: 1, articles: 1 })
  await engine.ask('article.trash', { articleIds: [second] })
  expect((await engine.ask('articles.query', { filter: {} })).suggested).toBe(0)
  const accepted = await engine.refused('suggestion.judge', {
    verdict: 'accept',
    which: { runUid: run.report.runUid },
  })
  expect(accepted.code).toBe('not_found')
  expect((await engine.ask('article.open', { articleId: second })).spans).toEqual([])
  expect(claim.words).toBe('taxes will fall')
  await isSound(engine)
})

test('restoring an earlier state of an article leaves it where it is put away', async () => {
  const { engine, first } = await threeArticles()
  await engine.ask('article.update', { articleId: first, patch: { note: 'look again' } })
  await engine.ask('article.trash', { articleIds: [first] })
  await engine.ask('history.restore', { articleId: first, eventId: 0 })
  const { article, spans } = await engine.ask('article.open', { articleId: first })
  expect(article).toMatchObject({ shelf: 'trash', note: '' })
  expect(spans).toEqual([])
})

test('the check sees an article that is not where the history put it', async () => {
  const { engine, first } = await threeArticles()
  await engine.ask('project.close', {})
  withRawProject(engine.path('p.dictum'), (db) =>
    db.prepare("UPDATE article SET shelf = 'trash' WHERE id = ?").run(first),
  )
  await engine.ask('project.open', { path: engine.path('p.dictum'), annotator: 'ana' })
  const { ok, findings } = await engine.ask('project.check', {})
  expect(ok).toBe(false)
  expect(findings.map(({ message }) => message)).toEqual([
    'The history does not lead to what is there: where it is put away.',
  ])
})
