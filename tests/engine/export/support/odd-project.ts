import fc from 'fast-check'
import type { AttributeValue } from '../../../../src/shared/domain/annotations/annotations'

/** A span as a line of our own format has it; UTF-16 code units of the text with its line feeds. */
export interface OddSpan {
  readonly label: string
  readonly parts: readonly (readonly [number, number])[]
  readonly attributes: Readonly<Record<string, AttributeValue>>
  /** An ordinal of {@link OddArticle.entities}. */
  readonly entity: number | null
  readonly note: string
  readonly annotator: string
  readonly origin: string
}

export interface OddArticle {
  readonly title: string
  readonly text: string
  readonly eol: '\n' | '\r\n' | '\r'
  readonly meta: Readonly<Record<string, unknown>>
  readonly spans: readonly OddSpan[]
  /** Ends by their places in the list. */
  readonly relations: readonly {
    readonly type: string
    readonly from: number
    readonly to: number
    readonly attributes: Readonly<Record<string, AttributeValue>>
    readonly annotator: string
  }[]
  readonly entities: readonly { readonly name: string; readonly kind: string }[]
}

/** What tools take for something else, other directions, characters of several code points, and whatever ends a line somewhere. */
const PIECES = [
  ...['Taxes', 'will fall', 'U.S.', '1,000.50', 'don’t', 'a', '.', '…', '“', '”', '--', ' ', ' ', ' ', '   '],
  ...[
    '\n',
    '\n',
    '\n\n',
    '\t',
    '\t\t',
    '\v',
    '\f',
    '\u0085',
    '\u2028',
    '\u2029',
    '\u00a0',
    '\u200b',
    '\ufeff',
    '\u00ad',
  ],
  ...[
    '😀',
    '👩‍👩‍👧',
    '🇷🇴',
    '🇷',
    '👍🏽',
    '🏴‍☠️',
    'e\u0301',
    '\u0301',
    'a\u0308\u0304',
    'ﬁ',
    'ß',
    'İ',
    '𝒳',
    '\u{10ffff}',
    '\ufffe',
    '\ufffd',
  ],
  ...['עברית', '\u202bשלום\u202c', '\u200fقال\u200e', '\u2067الرئيس\u2069', '漢字', 'ไทย', 'ក្', '한글', 'șț'],
  ...[
    'O',
    'B-X',
    'I-X',
    '-DOCSTART-',
    '#',
    '#Text=',
    'T1',
    '_',
    '*',
    '|',
    ';',
    '=',
    '->',
    '[1]',
    '\\',
    '\\n',
    '\\t',
    '\\u0041',
    '_x20_',
  ],
  ...['&amp;', '&#10;', '<b>', ']]>', '"', "'", '{"a":1}', '%23', '$text', '{{x}}', '1-1\t0-2', '---'],
]

const LABELS = [
  ...[
    'CLAIM',
    'claim 2',
    'Claim-2',
    'claim_2',
    'O',
    'B-X',
    'T1',
    'none',
    '_',
    '*',
    '|',
    ';',
    '=',
    '#',
    '1',
    'true',
    'null',
  ],
  ...[
    'a/b',
    'a "b" <c>',
    "it's",
    '😀',
    'é',
    'e\u0301',
    'مصدر',
    '主張',
    'a:b',
    'a,b',
    'label',
    'text',
    '_x20_',
    '__proto__',
    'constructor',
  ],
  'l'.repeat(80),
]
const NAMES = [
  ...[
    'form',
    'note',
    'parts',
    'label',
    'annotator',
    'origin',
    'entity',
    'value',
    'begin',
    'end',
    'sofa',
    'type',
    'id',
    'text',
    'tags',
  ],
  ...[
    'a b',
    'a-b 2',
    'x_',
    '_x20_',
    'număr',
    '年',
    '1st',
    '😀',
    'a@CLAIM',
    'a%40',
    'a#b',
    'a|b',
    'x:y',
    'x.y',
    'constructor',
    'Reference',
    'a__list',
    'é',
  ],
]
const WORDS = [
  ...[
    '',
    ' ',
    'direct',
    'two words',
    'a\tb\nc',
    '\n',
    '\ttab',
    'true',
    'false',
    'null',
    '3',
    '007',
    '-0.5',
    '1e21',
    'NaN',
    '*',
    '_',
    '|',
    'a|b',
    'a|',
  ],
  ...[
    '"q"',
    "'",
    '[',
    ']',
    '[1]',
    '\\',
    '\\n',
    'a\\',
    '_x20_',
    '_x_',
    '😀',
    'e\u0301',
    'é',
    'שלום',
    '\u2028',
    '\u0085',
    '\u00a0',
    ' x ',
    '=1+1',
    '<a href="b">&amp;',
  ],
  ...['e1', '2025-12-23', '#1', 'T1', 'w'.repeat(400)],
]

const anyWords = fc.constantFrom(...WORDS)
const anyInk = fc.constantFrom(...WORDS.filter((one) => one.trim() !== ''))
/** Numbers as JSON has them: there is no minus zero. */
const anyNumber = fc.constantFrom(0, 1, -2.5, 7, 1e21, 0.1, Number.MAX_SAFE_INTEGER, 5e-324, -1)
const anyValue: fc.Arbitrary<AttributeValue> = fc.oneof(
  anyWords,
  anyNumber,
  fc.boolean(),
  fc.uniqueArray(anyInk, { maxLength: 3 }),
)
const anyValues = fc.dictionary(fc.constantFrom(...NAMES), anyValue, { maxKeys: 3, noNullPrototype: true })
const anyName = fc.constantFrom('ana', 'ana', 'ana', 'bob ș', 'Cy "Q" \\', 'd|e;f')

const anyText = fc.oneof(
  { weight: 8, arbitrary: fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 30 }) },
  {
    weight: 1,
    arbitrary: fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 8 }),
  },
)

const isCut = (text: string, at: number): boolean =>
  !/^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1))

function partsIn(text: string, cuts: readonly number[]): [number, number][] {
  const places = [...new Set(cuts.map((cut) => cut % (text.length + 1)))]
    .filter((cut) => isCut(text, cut))
    .sort((a, b) => a - b)
  const parts: [number, number][] = []
  for (let n = 0; n + 1 < places.length; n += 2) parts.push([places[n]!, places[n + 1]!])
  return parts.filter(([start, end]) => text.slice(start, end).trim() !== '')
}

/** A few labels a project, so that spans share them, each with attributes of whatever kind. */
const anyMark = (labels: readonly string[]) =>
  fc.record({
    label: fc.constantFrom(...labels),
    // near to each other: they overlap, touch and repeat
    cuts: fc.oneof(
      fc.array(fc.nat(60), { minLength: 2, maxLength: 6 }),
      fc.nat(60).map((at) => [at, at + 1]),
      fc.nat(60).map((at) => [at, at + 2]),
    ),
    attributes: anyValues,
    entity: fc.option(fc.nat(3), { freq: 4 }),
    note: fc.oneof({ weight: 3, arbitrary: fc.constant('') }, { weight: 2, arbitrary: anyInk }),
    annotator: anyName,
    origin: fc.constantFrom('manual', 'imported', 'suggested'),
  })

const anyArticle = (labels: readonly string[], types: readonly string[]) =>
  fc
    .tuple(
      anyText,
      fc.constantFrom('\n', '\n', '\r\n', '\r'),
      fc.array(anyMark(labels), { maxLength: 8 }),
      fc.array(
        fc.record({
          type: fc.constantFrom(...types),
          from: fc.nat(20),
          to: fc.nat(20),
          attributes: fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: anyValues }),
          annotator: anyName,
        }),
        { maxLength: 6 },
      ),
      fc.array(fc.record({ name: anyInk, kind: fc.constantFrom('person', 'place', 'x y', '') }), { maxLength: 4 }),
      fc.record({
        title: fc.constantFrom('Same', 'Same', 'T "x" \\', '-', 'Ș', 'a\tb', '=1+1', 't'.repeat(300)),
        meta: fc.record(
          {
            published_on: fc.constant('2025-12-23'),
            lang: fc.constantFrom('ro', 'pt-BR'),
            url: fc.constantFrom('https://news.example/a?b&c="d"', 'x'),
            tags: fc.constantFrom(['a'], ['a b', 'ș', '|']),
            extra: fc.dictionary(fc.constantFrom('author', 'text', 'a.b', 'id'), anyValue, {
              maxKeys: 2,
              noNullPrototype: true,
            }),
            fields: anyValues,
            source: fc.constantFrom('news/001.txt', 'a b/ș "q".txt'),
          },
          { requiredKeys: [], noNullPrototype: true },
        ),
      }),
    )
    .map(([pieces, eol, marks, links, entities, { title, meta }]): OddArticle => {
      // a byte order mark in front of a .txt is none of its text
      const text = pieces
        .join('')
        .replaceAll('\r', '')
        .replace(/^\ufeff+/, '')
      const whole = /\S/.test(text) ? text : `${text}x`
      const spans = marks
        .map(({ cuts, entity, ...mark }) => ({
          ...mark,
          entity: entity === null || entities.length === 0 ? null : entity % entities.length,
          parts: partsIn(whole, cuts),
        }))
        .filter(({ parts }) => parts.length > 0)
      const relations = links.map((link) => ({
        ...link,
        from: link.from % (spans.length || 1),
        to: link.to % (spans.length || 1),
      }))
      return { title, text: whole, eol, meta, spans, relations: spans.length === 0 ? [] : relations, entities }
    })

/** Any articles that our own format can hold, and much that others can hardly. */
export const anyOddProject: fc.Arbitrary<readonly OddArticle[]> = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom(...LABELS), { minLength: 1, maxLength: 4 }),
    fc.uniqueArray(fc.constantFrom(...LABELS), { minLength: 1, maxLength: 3 }),
  )
  .chain(([labels, types]) => fc.array(anyArticle(labels, types), { minLength: 1, maxLength: 3 }))

/** Our own lines of them. What is twice is for the reader to see. */
export const oddLines = (articles: readonly OddArticle[]): string => articles.map((one) => `${lineOf(one)}\n`).join('')

function lineOf({ title, text, eol, meta, spans, relations, entities }: OddArticle): string {
  const inFile = (at: number) => at + (text.slice(0, at).split('\n').length - 1) * (eol.length - 1)
  return JSON.stringify({
    schema: 'dictum-jsonl/1',
    text: text.replaceAll('\n', eol),
    offset_unit: 'utf16',
    meta: { title, status: 'done', ...meta },
    spans: spans.map(({ parts, entity, ...span }, at) => ({
      id: `s${at}`,
      ...span,
      parts: parts.map((part) => part.map(inFile)),
      entity: entity === null ? null : `ent-${entity}`,
    })),
    relations: relations.map(({ from, to, ...relation }, at) => ({
      id: `r${at}`,
      ...relation,
      from: `s${from}`,
      to: `s${to}`,
    })),
    entities: entities.map((one, at) => ({ id: `ent-${at}`, ...one })),
  })
}
