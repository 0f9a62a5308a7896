import { describe, expect, test } from 'vitest'
import { TestEngine } from '../support/test-engine'
import { type OddArticle, type OddSpan, oddLines } from './support/odd-project'
import { goesThereAndBack, ROUND_TRIPS } from './support/round-trip'

const span = (label: string, ...parts: (readonly [number, number])[]): OddSpan => {
  return { label, parts, attributes: {}, entity: null, note: '', annotator: 'ana', origin: 'manual' }
}

const article = (text: string, spans: readonly OddSpan[], rest: Partial<OddArticle> = {}): OddArticle => {
  return { title: 'Odd', text, eol: '\n', meta: {}, spans, relations: [], entities: [], ...rest }
}

const WORDS = Array.from({ length: 600 }, (_, n) => `w${n}`)
const MANY = WORDS.join(' ')
const places = WORDS.map((word): [number, number] => {
  const at = ` ${MANY} `.indexOf(` ${word} `)
  return [at, at + word.length]
})
const tie = (from: number, to: number, type = 'near') => ({ type, from, to, attributes: {}, annotator: 'ana' })
const LONG = `${'Donaudampfschifffahrt'.repeat(4000)}😀`

const EXAMPLES: Readonly<Record<string, readonly OddArticle[]>> = {
  '600 spans in one article, each tied to the next': [
    article(
      MANY,
      places.map(([start, end], n) => span(n % 2 === 0 ? 'A' : 'B', [start, end])),
      { relations: WORDS.slice(1).map((_, n) => tie(n, n + 1)) },
    ),
  ],
  'one long word, with spans within it': [
    article(LONG, [span('A', [5, 10]), span('A', [0, LONG.length]), span('B', [LONG.length - 3, LONG.length])]),
  ],
  'nothing marked at all': [article('Nothing to see.', []), article('Nor here.\n\n', [])],
  'parts that touch only line breaks, and parts across them': [
    article('one\ntwo\n\nthree four', [
      span('A', [0, 3], [4, 7]),
      span('A', [0, 7]),
      span('B', [0, 3], [4, 7], [9, 14]),
      span('B', [2, 11], [15, 19]),
    ]),
  ],
  'relations both ways, in a ring, and several between two': [
    article('one two three', [span('A', [0, 3]), span('A', [4, 7]), span('B', [8, 13])], {
      relations: [tie(0, 1), tie(1, 0), tie(1, 2), tie(2, 0), tie(0, 1, 'far'), tie(0, 1, 'Far')],
    }),
  ],
  'labels that differ in capitals, dashes and accents only': [
    article('one two three four five', [
      span('person', [0, 3]),
      span('Person', [0, 3]),
      span('per-son', [4, 7]),
      span('per son', [4, 7]),
      span('per_son', [4, 7]),
      span('Café', [8, 13]),
    ]),
  ],
  'attributes that every object has, and values that say what ids of entities do': [
    article(
      'Ana met Bo.',
      [
        { ...span('A', [0, 3]), entity: 0, attributes: { constructor: 'e1', toString: true, said: 'Ana' } },
        { ...span('A', [8, 10]), attributes: { said: 'e1' } },
        { ...span('B', [8, 10]), entity: 1, attributes: { said: 'Bo' } },
      ],
      {
        entities: [
          { name: 'Ana', kind: 'person' },
          { name: 'Bo', kind: 'person' },
        ],
      },
    ),
  ],
  'ends of lines that are no white space to Unicode': [
    article('a\u0085b c\u2028d', [span('A', [1, 2]), span('B', [0, 3]), span('A', [4, 7]), span('B', [3, 5])]),
  ],
  'entities of one name': [
    article(
      'Ana met Ana.',
      [
        { ...span('A', [0, 3]), entity: 0 },
        { ...span('A', [8, 11]), entity: 1 },
      ],
      {
        entities: [
          { name: 'Ana', kind: 'person' },
          { name: 'Ana', kind: 'place' },
        ],
      },
    ),
  ],
  'regional indicators, joiners and marks taken apart': [
    article('🇷🇴🇷 👩‍👩‍👧 e\u0301\u0302 क्षि', [
      span('A', [0, 2]),
      span('A', [2, 4]),
      span('A', [2, 6]),
      span('A', [7, 9]),
      span('A', [9, 10]),
      span('B', [10, 15]),
      span('B', [17, 18]),
    ]),
  ],
}

describe.each(Object.entries(EXAMPLES))('%s', (_, articles) => {
  test.each(ROUND_TRIPS)('$format', async (trip) => {
    const engine = new TestEngine()
    await engine.create()
    const { items, spans } = await engine.import([engine.file('odd.jsonl', oddLines(articles))])
    expect(items).toEqual([])
    expect(spans).toBe(articles.reduce((sum, one) => sum + one.spans.length, 0))
    await goesThereAndBack(trip, engine)
  })
})

// where it is a line of its own among lines, no reader takes the file for text
const HOLDS_DOS_END = ROUND_TRIPS.filter(({ format }) => format !== 'conll' && format !== 'webanno-tsv')

test.each(HOLDS_DOS_END)('a file that ends as those of DOS do: $format', async (trip) => {
  const engine = new TestEngine()
  await engine.create()
  await engine.import([engine.file('dos.txt', 'Taxes fall.\r\n\u001a')])
  const [articleId] = await engine.articleIds()
  expect((await engine.ask('article.open', { articleId: articleId! })).article.text).toBe('Taxes fall.\n\u001a')
  await goesThereAndBack(trip, engine)
})
