import { expect, test } from 'vitest'
import type { Span } from '../../../src/shared/domain/annotations/annotations'
import { marker } from '../support/marking'
import { dumpAnnotations } from '../support/raw-project'
import { TestEngine } from '../support/test-engine'

const TEXT = 'Ana said taxes will fall, schools will open and roads will close. Bogdan said nothing in May.'

async function annotated() {
  const engine = new TestEngine()
  const articleId = await engine.withArticle(TEXT)
  const { mark, link } = marker(engine, articleId, TEXT)
  const claims: Span[] = []
  for (const words of ['taxes will fall', 'schools will open', 'roads will close']) {
    claims.push(await mark(words, 'claim', { form: 'indirect' }))
  }
  const ana = await mark('Ana', 'speaker')
  const may = await mark('May', 'date')
  const stored = async () => (await engine.ask('article.open', { articleId })).spans
  const dump = () => dumpAnnotations(engine.path('p.dictum'))
  return { engine, articleId, claims, ana, may, mark, link, stored, dump, uids: claims.map(({ uid }) => uid) }
}

test('several spans get an attribute in one step, and lose it in one', async () => {
  const { engine, uids, stored, dump } = await annotated()
  const before = dump()
  const change = await engine.ask('span.updateMany', { uids, patch: { attributes: { factuality: 'denied' } } })
  expect(change.undo.undo?.summary).toBe('set Factuality of 3 spans to denied')
  const values = (await stored()).filter(({ labelId }) => labelId === 'claim').map((span) => span.attributes)
  expect(values).toEqual(Array(3).fill({ form: 'indirect', factuality: 'denied' }))
  await engine.ask('project.close', {})
  await engine.ask('project.open', { path: engine.path('p.dictum'), annotator: 'ana' })
  await engine.ask('history.undo', {})
  expect(dump()).toEqual(before)
})

test('several spans are relabelled; what a rule holds back is left out and told', async () => {
  const { engine, claims, ana, uids, link, stored, dump } = await annotated()
  await link('said_by', claims[0]!, ana)
  const before = dump()
  const change = await engine.ask('span.updateMany', { uids, patch: { labelId: 'date' } })
  expect(change.undo.undo?.summary).toBe('relabel 2 spans as Date')
  expect(change.note).toMatch(/^1 of 3 was left out\. Its link “Said by” to “Ana” would not fit Date/)
  expect((await stored()).map(({ labelId }) => labelId)).toEqual(['speaker', 'claim', 'date', 'date', 'date'])
  await engine.ask('history.undo', {})
  expect(dump()).toEqual(before)
})

test('two spans of the same words never become twins', async () => {
  const { engine, claims, mark, stored } = await annotated()
  const twin = await mark('taxes will fall', 'date')
  const change = await engine.ask('span.updateMany', {
    uids: [claims[0]!.uid, twin.uid],
    patch: { labelId: 'speaker' },
  })
  expect(change.note).toContain('1 of 2 was left out. These words are marked with this label already.')
  expect(
    (await stored())
      .filter(({ words }) => words === 'taxes will fall')
      .map(({ labelId }) => labelId)
      .sort(),
  ).toEqual(['date', 'speaker'])
})

test('several claims are linked to one speaker; those that are already stay', async () => {
  const { engine, claims, ana, uids, link, dump } = await annotated()
  await link('said_by', claims[0]!, ana)
  const before = dump()
  const links = uids.map((fromUid) => ({ typeId: 'said_by', fromUid, toUid: ana.uid }))
  const change = await engine.ask('relation.createMany', { links })
  expect(change.relations).toHaveLength(2)
  expect(change.undo.undo?.summary).toBe('link 2 spans to “Ana” (Said by)')
  expect(change.note).toContain('1 of 3 was left out.')
  expect((await engine.refused('relation.createMany', { links })).message).toContain('already')
  await engine.ask('history.undo', {})
  expect(dump()).toEqual(before)
})

test('links of one step keep the rules among each other', async () => {
  const { engine, claims, may, mark } = await annotated()
  const other = await mark('nothing', 'date')
  const links = [may, other].map(({ uid }) => ({ typeId: 'said_on', fromUid: claims[0]!.uid, toUid: uid }))
  const change = await engine.ask('relation.createMany', { links })
  expect(change.relations).toHaveLength(1)
  expect(change.note).toContain('At most one')
})

test('spans of several articles, or that are gone, are refused as a whole', async () => {
  const { engine, uids } = await annotated()
  const text = 'Another text.'
  const there = await marker(engine, await engine.addArticle(text), text).mark('text', 'claim')
  const patch = { labelId: 'date' }
  const refused = async (list: string[]) => (await engine.refused('span.updateMany', { uids: list, patch })).code
  expect(await refused([...uids, there.uid])).toBe('rule_broken')
  expect(await refused([...uids, 'gone'])).toBe('not_found')
})
