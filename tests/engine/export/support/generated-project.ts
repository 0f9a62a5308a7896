import fc from 'fast-check'
import type { AttributeValue } from '../../../../src/shared/domain/annotations/annotations'
import { splitsSurrogatePair } from '../../../../src/shared/domain/text/offsets'
import type { TestEngine } from '../../support/test-engine'

/** A span of a generated project; UTF-16 code units of the text with its line feeds. */
interface GeneratedSpan {
  readonly label: string
  readonly parts: readonly (readonly [number, number])[]
  readonly attributes: Readonly<Record<string, AttributeValue>>
  readonly note: string
  readonly annotator: string
}

export interface GeneratedArticle {
  readonly title: string
  readonly text: string
  /** Whether its file has `\r\n`. */
  readonly isCrlf: boolean
  readonly spans: readonly GeneratedSpan[]
  /** Ends by their places in the list. */
  readonly relations: readonly { readonly type: string; readonly from: number; readonly to: number }[]
}

const PIECES = [
  ...[
    'Taxes will fall, ',
    'said Ana Ruiz. ',
    'U.S. and 1,000.50 lei — ',
    'don’t ',
    '“so”',
    'a',
    ' ',
    '  ',
    '\n',
    '\n\n',
    '\t',
  ],
  ...[
    '😀',
    '👩‍👩‍👧',
    '🇷🇴',
    'Cafe\u0301 ',
    'u\u0308\u0304',
    'șț',
    'قال الرئيس ',
    'שָׁלוֹם ',
    '日本語のテキスト。',
    'Привет, мир! ',
    'ไทย',
  ],
  ...['\\', '"', '&amp; <b>', '\u00a0', '\u2028', '|;[*]_#', '\\n', '%23'],
]

const KINDS: Readonly<Record<string, fc.Arbitrary<Record<string, AttributeValue>>>> = {
  CLAIM: fc.record({ form: fc.constantFrom('direct', 'indirect') }, { requiredKeys: [], noNullPrototype: true }),
  PERSOANĂ: fc.record(
    { who: fc.constantFrom('ent-1', 'ent-2'), 'the age': fc.constantFrom(7, -0.5, 1e21) },
    { requiredKeys: [], noNullPrototype: true },
  ),
  '主張 #1': fc.record(
    {
      sure: fc.boolean(),
      kinds: fc.constantFrom(['a'], ['a', 'b c'], ['ș', '"x"', 'a']),
      words: fc.constantFrom('two\nlines', 'a\tb', '“q” \\n & <x>', 'ș 😀'),
    },
    { requiredKeys: [], noNullPrototype: true },
  ),
  مصدر: fc.constant({}),
}
const TYPES = ['linked', 'spus de', '由']

/** Any articles with spans that overlap, lie in parts, and are linked. */
export const anyProject: fc.Arbitrary<readonly GeneratedArticle[]> = fc
  .array(
    fc.tuple(
      fc.array(fc.constantFrom(...PIECES), { minLength: 4, maxLength: 25 }),
      fc.boolean(),
      fc.array(
        fc.constantFrom(...Object.keys(KINDS)).chain((label) =>
          fc.record({
            label: fc.constant(label),
            cuts: fc.array(fc.nat(400), { minLength: 2, maxLength: 6 }),
            attributes: KINDS[label]!,
            note: fc.constantFrom('', '', 'a note', 'two\nlines, "ș"'),
            annotator: fc.constantFrom('ana', 'ana', 'bob ș'),
          }),
        ),
        { maxLength: 8 },
      ),
      fc.array(fc.record({ type: fc.constantFrom(...TYPES), from: fc.nat(20), to: fc.nat(20) }), { maxLength: 6 }),
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((articles) => articles.map(([pieces, isCrlf, marks, links], at) => articleOf(at, pieces, isCrlf, marks, links)))

interface Mark extends Omit<GeneratedSpan, 'parts'> {
  readonly cuts: readonly number[]
}

function articleOf(
  at: number,
  pieces: readonly string[],
  isCrlf: boolean,
  marks: readonly Mark[],
  links: GeneratedArticle['relations'],
): GeneratedArticle {
  const text = `Article ${at}: ${pieces.join('')}`
  // one at a place with a label, for not every format says whose it is
  const places = new Set<string>()
  const spans = marks
    .map(({ cuts, ...mark }) => ({ ...mark, parts: partsIn(text, cuts) }))
    .filter(({ label, parts }) => {
      const place = `${label} ${JSON.stringify(parts)}`
      if (parts.length === 0 || places.has(place)) return false
      return places.add(place)
    })
  const relations = links
    .map(({ type, from, to }) => ({ type, from: from % (spans.length || 1), to: to % (spans.length || 1) }))
    .filter(({ from, to }) => from !== to)
  const once = new Map(relations.map((one) => [JSON.stringify(one), one]))
  return { title: `Title ${at}`, text, isCrlf, spans, relations: [...once.values()] }
}

function partsIn(text: string, cuts: readonly number[]): [number, number][] {
  const places = [...new Set(cuts.map((cut) => cut % (text.length + 1)))]
    .filter((cut) => !splitsSurrogatePair(text, cut))
    .sort((a, b) => a - b)
  const parts: [number, number][] = []
  for (let n = 0; n + 1 < places.length; n += 2) parts.push([places[n]!, places[n + 1]!])
  return parts.filter(([start, end]) => text.slice(start, end).trim() !== '')
}

/** Puts them into an open project, by our own format. */
export async function importGenerated(engine: TestEngine, articles: readonly GeneratedArticle[]) {
  const path = engine.file('generated.jsonl', articles.map((article) => `${lineOf(article)}\n`).join(''))
  return engine.import([path])
}

function lineOf({ title, text, isCrlf, spans, relations }: GeneratedArticle): string {
  const inFile = (at: number) => (isCrlf ? at + (text.slice(0, at).split('\n').length - 1) : at)
  return JSON.stringify({
    schema: 'dictum-jsonl/1',
    text: isCrlf ? text.replaceAll('\n', '\r\n') : text,
    offset_unit: 'utf16',
    meta: { title, status: 'done' },
    spans: spans.map(({ parts, ...span }, at) => ({
      id: `s${at}`,
      ...span,
      parts: parts.map((part) => part.map(inFile)),
      entity: span.attributes.who ?? null,
      origin: 'manual',
    })),
    relations: relations.map(({ type, from, to }, at) => ({
      id: `r${at}`,
      type,
      from: `s${from}`,
      to: `s${to}`,
      attributes: {},
      annotator: spans[from]!.annotator,
    })),
    entities: [
      { id: 'ent-1', name: 'Ana Ruiz', kind: 'person' },
      { id: 'ent-2', name: 'Şirketi', kind: 'organisation' },
    ],
  })
}
