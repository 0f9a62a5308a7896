import { expect, test } from 'vitest'
import { joinBand } from '../../../src/engine/copies/candidates'
import { Groups } from '../../../src/engine/copies/groups'
import { BANDS, bandKeys, packBands, unpackBands } from '../../../src/engine/copies/min-hash'
import { resemblance, shinglesOf } from '../../../src/engine/copies/shingles'
import { LEAST_RESEMBLANCE, verifier } from '../../../src/engine/copies/verify'
import { EDITS, topicArticle } from '../support/syndicated'

const ORIGINALS = 120

/** The groups of texts, each by the numbers of its texts. */
function groupsOf(texts: readonly string[]): number[][] {
  const bands = Array.from({ length: BANDS }, () => new Uint32Array(texts.length))
  texts.forEach((text, at) => {
    unpackBands(packBands(bandKeys(shinglesOf(text))), bands, at)
  })
  const groups = new Groups(texts.length)
  const isNew = new Uint8Array(texts.length).fill(1)
  const verify = verifier((id) => texts[id]!)
  for (const keys of bands) for (const _ of joinBand({ keys, isNew, groups, verify }));
  const found = new Map<number, number[]>()
  for (const at of texts.keys()) found.set(groups.of(at), [...(found.get(groups.of(at)) ?? []), at])
  return [...found.values()]
}

test.each(Object.entries(EDITS))('%s: found among articles of the same topic, and nothing else with it', (_, edit) => {
  const originals = Array.from({ length: ORIGINALS }, (_, seed) => topicArticle(seed + 1))
  const copies = originals.map((text, seed) => edit(text, 1000 + seed))
  const groups = groupsOf([...originals, ...copies])
  const pairs = groups.filter((group) => group.length === 2 && group[1] === group[0]! + ORIGINALS)
  // precision: whatever is together belongs together
  expect(groups.filter((group) => group.length > 1)).toEqual(pairs)
  // recall
  expect(pairs.length / ORIGINALS).toBeGreaterThanOrEqual(0.99)
})

test('all edits at once are one group, each article with its own', () => {
  const texts = Array.from({ length: 20 }, (_, seed) => {
    const text = topicArticle(seed + 500)
    return [text, ...Object.values(EDITS).map((edit) => edit(text, seed))]
  })
  const size = texts[0]!.length
  expect(groupsOf(texts.flat())).toEqual(texts.map((_, n) => Array.from({ length: size }, (_, at) => n * size + at)))
})

test('articles of one topic by different hands are far from the threshold', () => {
  const shingles = Array.from({ length: 60 }, (_, seed) => shinglesOf(topicArticle(seed + 1)))
  const highest = Math.max(...shingles.flatMap((a, n) => shingles.slice(n + 1).map((b) => resemblance(a, b))))
  expect(highest).toBeLessThan(LEAST_RESEMBLANCE / 2)
})

test('scripts without spaces and pairs of surrogates have shingles too; short texts have no signature', () => {
  const chinese = '市长在周一表示港口工人的罢工将在谈判之后结束并且公司已经提出了新的工资方案'
  expect(resemblance(shinglesOf(chinese), shinglesOf(`${chinese.slice(0, 20)}不${chinese.slice(20)}`))).toBeGreaterThan(
    0.8,
  )
  expect(shinglesOf('😀 😃 😄 😁').length).toBeGreaterThan(0)
  expect(bandKeys(shinglesOf('The mayor said so.'))).toBeNull()
  expect(bandKeys(shinglesOf(''))).toBeNull()
})

test('what the signature of a text is never changes: it is stored', () => {
  const keys = bandKeys(shinglesOf(topicArticle(1)))!
  expect([...keys.slice(0, 3)]).toMatchInlineSnapshot(`
    [
      2074977849,
      650716838,
      3328146501,
    ]
  `)
})
