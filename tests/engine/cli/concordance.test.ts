import { expect, test } from 'vitest'
import { dictum } from '../support/dictum'
import { marker } from '../support/marking'
import { TestEngine } from '../support/test-engine'

const TEXT = 'Portul 🚢\n\nNoile taxe cresc. Vechile taxe scad.'

async function project(): Promise<string> {
  const engine = new TestEngine()
  const articleId = await engine.withArticle(TEXT)
  await engine.addArticle('Arhiva\n\nAlte taxe.')
  await marker(engine, articleId, TEXT).mark('Vechile taxe scad', 'claim')
  await engine.engine.close()
  return engine.path('p.dictum')
}

test('lines, in an order, as many as asked for', async () => {
  const path = await project()
  const { status, out } = await dictum('concordance', path, 'taxe', '--sort', 'left', '--json')
  const answer = JSON.parse(out)
  expect(status).toBe(0)
  expect(answer).toMatchObject({ total: 3, articles: 2, offset_unit: 'codepoint' })
  expect(answer.hits.map(({ left }: { left: string }) => left.trim().split(' ').at(-1))).toEqual([
    'Alte',
    'Noile',
    'Vechile',
  ])
  const [, noile] = answer.hits
  expect(noile).toMatchObject({ title: 'Portul 🚢', date: null, hit: 'taxe', right: ' cresc. Vechile taxe scad.' })
  expect(Array.from(TEXT).slice(noile.start, noile.end).join('')).toBe('taxe')
  const read = await dictum('concordance', path, 'taxe', '--limit', '1')
  expect(read.out).toMatch(/^3 hits in 2 articles, the first 1 of them:\n\n {2,}Portul 🚢 Noile \[taxe\] cresc/)
})

test('spans of a label, and hits inside them', async () => {
  const path = await project()
  const hitsOf = async (...args: string[]) => {
    const { out } = await dictum('concordance', path, ...args, '--json')
    return JSON.parse(out).hits.map(({ hit, right }: { hit: string; right: string }) => hit + right)
  }
  expect(await hitsOf('--label', 'claim')).toEqual(['Vechile taxe scad.'])
  expect(await hitsOf('taxe', '--label', 'CLAIM')).toEqual(['taxe scad.'])
})

test('what cannot be understood is told', async () => {
  const path = await project()
  expect(await dictum('concordance', path)).toMatchObject({ status: 2, err: expect.stringContaining('--label') })
  expect(await dictum('concordance', path, 'a', '--sort', 'size')).toMatchObject({ status: 2 })
  expect(await dictum('concordance', path, '(a')).toMatchObject({ status: 2, err: expect.stringContaining('bracket') })
  expect((await dictum('concordance', path, 'nothing')).out).toBe('0 hits in 0 articles.\n')
})
