import { describe, expect, test } from 'vitest'
import { inRandomOrder } from '../../../src/engine/search/random-order'
import { snippetOf } from '../../../src/engine/search/snippet'
import type { WindowParams } from '../../../src/shared/contract/window-methods'
import { docOffset } from '../../../src/shared/domain/text/offsets'
import { TestEngine } from '../support/test-engine'

type List = WindowParams<'savedSearch.save'>['list']

async function project(...texts: string[]) {
  const engine = new TestEngine()
  await engine.create()
  const ids: number[] = []
  for (const text of texts) ids.push(await engine.addArticle(text))
  return { engine, ids }
}

describe('snippets', () => {
  const FILLER = 'Vorbe despre altceva, fără niciun rost, una după alta. '.repeat(6)

  test('show the words around the hits, below the title where they can', async () => {
    const { engine, ids } = await project(`Președintele vorbește\n\n${FILLER}Azi preşedintele a spus nu.\n${FILLER}`)
    const [snippet] = await engine.ask('search.snippets', { text: 'presedintele', articleIds: ids })
    expect(snippet!.titleMarks).toEqual([[0, 12]])
    expect(snippet!.hits).toBe(2)
    expect(snippet!.marks.map(([start, end]) => snippet!.words.slice(start, end))).toEqual(['preşedintele'])
    expect(snippet!.words).toMatch(/^… .* Azi preşedintele a spus nu\. .* …$/)
    expect(snippet!.words.length).toBeLessThan(230)
  })

  test('say that there is more only where there is', () => {
    const hit = [{ start: docOffset(4), end: docOffset(8) }]
    expect(snippetOf('The port is closed.\n', hit).words).toBe('The port is closed.')
    expect(snippetOf(`The port is closed. ${FILLER}`, hit).words).toMatch(/ …$/)
  })

  test('a hit in the title alone shows the title line; what the query leaves out is not marked', async () => {
    const { engine, ids } = await project('Harbour\n\nNothing else here.')
    const [titled] = await engine.ask('search.snippets', { text: 'harbour -zebra', articleIds: ids })
    expect(titled).toMatchObject({ words: 'Harbour  Nothing else here.', marks: [[0, 7]], hits: 1 })
    const [none] = await engine.ask('search.snippets', { text: '-zebra', articleIds: ids })
    expect(none).toMatchObject({ words: '', marks: [], hits: 0 })
    expect(await engine.ask('search.snippets', { text: ' ', articleIds: ids })).toEqual([])
  })

  test('never cut a letter in two, also where nothing separates words', () => {
    const text = '👨‍👩‍👧‍👦'.repeat(200)
    for (let at = 0; at < 60; at++) {
      const start = docOffset(at * 11)
      const { words, marks } = snippetOf(text, [{ start, end: docOffset(start + 11) }])
      expect(words.replace(/^… | …$/g, '').length % 11).toBe(0)
      expect(words.slice(...marks[0]!)).toBe('👨‍👩‍👧‍👦')
    }
  })

  test('the line with the most hits is chosen', () => {
    const text = `x\nport ${'far away '.repeat(40)}port port port end`
    const hits = [...text.matchAll(/port/g)].map(({ index }) => ({
      start: docOffset(index),
      end: docOffset(index + 4),
    }))
    expect(snippetOf(text, hits).marks).toHaveLength(3)
  })

  test('places in the text alone, for the marks in the article', async () => {
    const { engine, ids } = await project('Port\n\nThe port, the ports.')
    expect(await engine.ask('search.places', { text: 'port', articleId: ids[0]! })).toEqual([
      [0, 4],
      [10, 14],
      [20, 25],
    ])
    expect((await engine.refused('search.places', { text: '(', articleId: 1 })).code).toBe('bad_request')
  })
})

describe('saved searches', () => {
  test('are kept, counted, replaced, renamed and removed', async () => {
    const { engine } = await project('One port', 'Two')
    const list: List = { filter: { text: 'port' }, sort: 'newest' }
    await engine.ask('savedSearch.save', { name: 'Ports', list })
    await engine.ask('savedSearch.save', { name: 'all', list: { filter: {} } })
    let saved = await engine.ask('savedSearch.list', {})
    expect(saved.map(({ name, articles }) => [name, articles])).toEqual([
      ['all', 2],
      ['Ports', 1],
    ])
    expect(saved[1]!.list).toMatchObject({ sort: 'newest', filter: { text: 'port', tags: [] } })
    await engine.ask('savedSearch.save', { name: 'Ports', list: { filter: { text: 'two' }, sort: 'title' } })
    saved = await engine.ask('savedSearch.list', {})
    expect(saved).toHaveLength(2)
    expect(saved[1]!.list.sort).toBe('title')
    const refused = await engine.refused('savedSearch.rename', { uid: saved[1]!.uid, name: 'all' })
    expect(refused.code).toBe('rule_broken')
    await engine.ask('savedSearch.rename', { uid: saved[1]!.uid, name: 'Aaa' })
    saved = await engine.ask('savedSearch.list', {})
    expect(saved.map(({ name }) => name)).toEqual(['Aaa', 'all'])
    await engine.ask('savedSearch.remove', { uid: saved[0]!.uid })
    saved = await engine.ask('savedSearch.list', {})
    expect(saved.map(({ name }) => name)).toEqual(['all'])
    expect((await engine.refused('savedSearch.remove', { uid: 'x' })).code).toBe('not_found')
  })

  test('each change of them is a step of undo, also after a restart, and the history leads to them', async () => {
    const { engine } = await project('One port', 'Two')
    const names = async () => (await engine.ask('savedSearch.list', {})).map(({ name, list }) => [name, list.sort])
    await engine.ask('savedSearch.save', { name: 'Ports', list: { filter: { text: 'port' }, sort: 'newest' } })
    const [first] = await engine.ask('savedSearch.list', {})
    await engine.ask('savedSearch.save', { name: 'Ports', list: { filter: {}, sort: 'title' } })
    await engine.ask('savedSearch.rename', { uid: first!.uid, name: 'All' })
    const change = await engine.ask('savedSearch.remove', { uid: first!.uid })
    expect(change).toMatchObject({ savedSearches: true, articleId: null })
    expect(change.undo.undo?.summary).toBe('delete the search “All”')
    expect(await names()).toEqual([])

    await engine.ask('project.open', { path: engine.path('p.dictum'), annotator: 'bo' })
    const back = [['All', 'title']]
    for (const expected of [back, [['Ports', 'title']], [['Ports', 'newest']], []]) {
      await engine.ask('history.undo', {})
      expect(await names()).toEqual(expected)
    }
    for (let n = 0; n < 3; n++) await engine.ask('history.redo', {})
    expect(await names()).toEqual(back)
    expect(await engine.ask('project.check', {})).toMatchObject({ ok: true })
  })
})

describe('where somebody left off', () => {
  test('is kept for each annotator, after restart', async () => {
    const { engine, ids } = await project('One', 'Two')
    expect(await engine.ask('reading.place', {})).toBeNull()
    const list: List = { filter: { statuses: ['todo'] }, sort: 'random', seed: 7 }
    await engine.ask('reading.leave', { articleId: ids[0]!, list })
    await engine.ask('reading.leave', { articleId: ids[1]!, list })
    await engine.ask('project.open', { path: engine.path('p.dictum'), annotator: 'bo' })
    expect(await engine.ask('reading.place', {})).toBeNull()
    await engine.ask('reading.leave', { articleId: 999, list })
    expect(await engine.ask('reading.place', {})).toBeNull()
    await engine.ask('project.open', { path: engine.path('p.dictum'), annotator: 'ana' })
    expect(await engine.ask('reading.place', {})).toMatchObject({
      articleId: ids[1],
      list: { sort: 'random', seed: 7, filter: { statuses: ['todo'] } },
    })
    expect((await engine.ask('project.check', {})).ok).toBe(true)
  })
})

test('a random order spreads ids evenly', () => {
  const ids = Int32Array.from({ length: 10_000 }, (_, n) => n + 1)
  for (const seed of [0, 1, 999_999]) {
    const order = inRandomOrder(ids, seed)
    expect(new Set(order).size).toBe(ids.length)
    const meanOfFirst = order.slice(0, 1000).reduce((sum, id) => sum + id, 0) / 1000
    expect(Math.abs(meanOfFirst - 5000)).toBeLessThan(600)
  }
})
