import { describe, expect, test } from 'vitest'
import { dictumJson as dictum } from '../support/dictum'
import { TestEngine } from '../support/test-engine'

const TEXT = '😀 “Taxes will fall,” Ana Ruiz said on 3 May.'

interface Span {
  readonly id: string
  readonly at: readonly [start: number, end: number]
  readonly words?: string
}
interface Tie {
  readonly from: string
  readonly to: string
}
/** What stands in a file beside what is right. */
interface Content {
  readonly spans: readonly Span[]
  readonly ties?: readonly Tie[]
}
type Files = Readonly<Record<string, string>>

interface Format {
  readonly name: string
  readonly counts: 'codepoint' | 'utf16'
  readonly quotes: boolean
  /** A file that is to be imported, and what lies beside it. */
  readonly write: (content: Content) => Files
  /** Where the spans are told to stand, and the ties; `n` counts from 0. */
  readonly spanAt: (n: number) => string
  readonly tieAt: (n: number, spans: number) => string
}

const lines = (...all: readonly string[]): string => all.map((one) => `${one}\n`).join('')
const number = (id: string): number => 10 + id.charCodeAt(0)

const FORMATS: readonly Format[] = [
  {
    name: 'dictum',
    counts: 'codepoint',
    quotes: true,
    write: ({ spans, ties = [] }) => ({
      'in.jsonl': lines(
        JSON.stringify({ schema: 'dictum-jsonl/1', text: 'Another text.' }),
        JSON.stringify({
          schema: 'dictum-jsonl/1',
          text: TEXT,
          spans: spans.map(({ id, at, words }) => ({ id, label: 'X', start: at[0], end: at[1], text: words })),
          relations: ties.map((tie) => ({ type: 'r', ...tie })),
        }),
      ),
    }),
    spanAt: () => 'in.jsonl:2',
    tieAt: () => 'in.jsonl:2',
  },
  {
    name: 'prodigy',
    counts: 'codepoint',
    quotes: true,
    write: ({ spans, ties = [] }) => {
      const edges = (id: string) => {
        const span = spans.find((one) => one.id === id)
        return span === undefined
          ? { start: 0, end: 1, label: 'X' }
          : { start: span.at[0], end: span.at[1], label: 'X' }
      }
      return {
        'in.jsonl': lines(
          JSON.stringify({ text: 'Another text.', spans: [] }),
          JSON.stringify({
            text: TEXT,
            spans: spans.map(({ id, at, words }) => ({ id, label: 'X', start: at[0], end: at[1], text: words })),
            relations: ties.map(({ from, to }) => ({ label: 'r', head_span: edges(from), child_span: edges(to) })),
          }),
        ),
      }
    },
    spanAt: () => 'in.jsonl:2',
    tieAt: () => 'in.jsonl:2',
  },
  {
    name: 'doccano',
    counts: 'utf16',
    quotes: false,
    write: ({ spans, ties = [] }) => ({
      'in.jsonl': lines(
        JSON.stringify({ text: 'Another text.', entities: [], relations: [] }),
        JSON.stringify({
          text: TEXT,
          entities: spans.map(({ id, at }) => ({ id: number(id), label: 'X', start_offset: at[0], end_offset: at[1] })),
          relations: ties.map(({ from, to }) => ({ id: 1, type: 'r', from_id: number(from), to_id: number(to) })),
        }),
      ),
    }),
    spanAt: () => 'in.jsonl:2',
    tieAt: () => 'in.jsonl:2',
  },
  {
    name: 'label-studio',
    counts: 'codepoint',
    quotes: true,
    write: ({ spans, ties = [] }) => ({
      'in.json': `[\n${JSON.stringify({ data: { text: 'Another text.' }, annotations: [] })},\n${JSON.stringify({
        data: { text: TEXT },
        annotations: [
          {
            result: [
              ...spans.map(({ id, at, words }) => ({
                id,
                from_name: 'label',
                to_name: 'text',
                type: 'labels',
                value: { start: at[0], end: at[1], text: words, labels: ['X'] },
              })),
              ...ties.map(({ from, to }) => ({
                type: 'relation',
                from_id: from,
                to_id: to,
                direction: 'right',
                labels: ['r'],
              })),
            ],
          },
        ],
      })}\n]\n`,
    }),
    spanAt: () => 'in.json:3',
    tieAt: () => 'in.json:3',
  },
  {
    name: 'brat',
    counts: 'codepoint',
    quotes: true,
    write: ({ spans, ties = [] }) => ({
      'in.ann': lines(
        ...spans.map(({ id, at, words = '?' }) => `T${number(id)}\tX ${at[0]} ${at[1]}\t${words}`),
        ...ties.map(({ from, to }, n) => `R${n + 1}\tr Arg1:T${number(from)} Arg2:T${number(to)}`),
      ),
      'in.txt': TEXT,
    }),
    spanAt: (n) => `in.ann:${n + 1}`,
    tieAt: (n, spans) => `in.ann:${spans + n + 1}`,
  },
  {
    name: 'w3c',
    counts: 'codepoint',
    quotes: true,
    write: ({ spans, ties = [] }) => ({
      'in.json': `[\n${[
        ...spans.map(({ id, at, words }) => ({
          id,
          type: 'Annotation',
          body: [{ purpose: 'tagging', value: 'X' }],
          target: {
            source: 'in.txt',
            selector: [
              ...(words === undefined ? [] : [{ type: 'TextQuoteSelector', exact: words }]),
              { type: 'TextPositionSelector', start: at[0], end: at[1] },
            ],
          },
        })),
        ...ties.map(({ from, to }, n) => ({
          id: `tie ${n}`,
          type: 'Annotation',
          motivation: 'linking',
          body: [{ purpose: 'tagging', value: 'r' }],
          target: [{ id: from }, { id: to }],
        })),
      ]
        .map((one) => JSON.stringify(one))
        .join(',\n')}\n]\n`,
      'in.txt': TEXT,
    }),
    spanAt: (n) => `in.json:${n + 2}`,
    tieAt: (n, spans) => `in.json:${spans + n + 2}`,
  },
  {
    name: 'cas-json',
    counts: 'utf16',
    quotes: false,
    write: ({ spans, ties = [] }) => ({
      'in.json': JSON.stringify({
        '%TYPES': {},
        '%FEATURE_STRUCTURES': [
          { '%ID': 1, '%TYPE': 'uima.cas.Sofa', sofaID: '_InitialView', sofaString: TEXT },
          ...spans.map(({ id, at }) => ({ '%ID': number(id), '%TYPE': 'my.X', '@sofa': 1, begin: at[0], end: at[1] })),
          ...ties.map(({ from, to }, n) => ({
            '%ID': 500 + n,
            '%TYPE': 'my.r',
            '@sofa': 1,
            begin: 0,
            end: 1,
            '@Governor': number(from),
            '@Dependent': number(to),
          })),
        ],
      }),
    }),
    spanAt: () => 'in.json#',
    tieAt: () => 'in.json#',
  },
  {
    name: 'xmi',
    counts: 'utf16',
    quotes: false,
    write: ({ spans, ties = [] }) => ({
      'in.xmi': lines(
        '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:my="http:///my.ecore" xmi:version="2.0">',
        `<cas:Sofa xmi:id="1" sofaID="_InitialView" sofaString="${TEXT}"/>`,
        ...spans.map(({ id, at }) => `<my:X xmi:id="${number(id)}" sofa="1" begin="${at[0]}" end="${at[1]}"/>`),
        ...ties.map(
          ({ from, to }, n) =>
            `<my:r xmi:id="${500 + n}" sofa="1" begin="0" end="1" Governor="${number(from)}" Dependent="${number(to)}"/>`,
        ),
        '</xmi:XMI>',
      ),
    }),
    spanAt: (n) => `in.xmi:${n + 3}`,
    tieAt: (n, spans) => `in.xmi:${spans + n + 3}`,
  },
]

/** In what each format counts. */
const ANA = { codepoint: [21, 29], utf16: [22, 30] } as const
const SAID = { codepoint: [30, 34], utf16: [31, 35] } as const

interface Item {
  readonly path: string
  readonly outcome: string
  readonly code: string
  readonly message: string
}

async function imported(files: Files, ...options: string[]) {
  const engine = new TestEngine()
  for (const [name, content] of Object.entries(files)) engine.file(name, content)
  const project = engine.path('p.dictum')
  await dictum('new', project)
  const report = await dictum('import', project, engine.path(Object.keys(files)[0]!), ...options)
  const told = (report.items as Item[]).map(
    ({ path, outcome, code }) => `${path.slice(engine.folder.length + 1)} ${outcome} ${code}`,
  )
  expect(await dictum('check', project)).toMatchObject({ status: 0, ok: true, findings: [] })
  return { report, told }
}

/** What is told at a place, which may go on with an id. */
const at = (place: string, what: string) =>
  place.endsWith('#')
    ? expect.stringMatching(new RegExp(`^${place.replace('.', '\\.')}\\d+ ${what}$`))
    : `${place} ${what}`

describe.each(FORMATS)('$name', ({ counts, quotes, write, spanAt, tieAt }) => {
  const good: Span = { id: 'a', at: ANA[counts], words: 'Ana Ruiz' }
  const other: Span = { id: 'b', at: SAID[counts], words: 'said' }

  test.each([
    ['past the end', [40, 99], 'offset_past_end'],
    ['reversed', [34, 30], 'offset_reversed'],
    ['negative', [-4, 3], 'offset_negative'],
    ['of nothing', [5, 5], 'empty_span'],
  ] as const)('a span %s is named and refused, and so is what hangs on it', async (_, range, code) => {
    const bad = { id: 'c', at: range }
    const { report, told } = await imported(
      write({
        spans: [good, bad, other],
        ties: [
          { from: 'a', to: 'b' },
          { from: 'a', to: 'c' },
        ],
      }),
    )
    expect(told).toEqual([
      at(spanAt(1), `failed ${code}`),
      expect.stringMatching(/ failed (missing_span|bad_relation|bad_record)$/),
    ])
    expect(report).toMatchObject({ status: 1, spans: 2, relations: 1, offset_unit: counts })
  })

  test('a span that begins inside a surrogate pair', async () => {
    const utf16: Span[] = [
      { id: 'a', at: ANA.utf16, words: 'Ana Ruiz' },
      { id: 'c', at: [1, 9] },
    ]
    const { report, told } = await imported(write({ spans: utf16 }), '--offsets', 'utf16')
    expect(told).toEqual([at(spanAt(1), 'failed offset_in_character')])
    expect(report).toMatchObject({ status: 1, spans: 1, offset_unit: 'utf16' })
  })

  test.runIf(quotes)('words that stand elsewhere: moved where they stand once, else refused', async () => {
    const near: Span = { id: 'c', at: [SAID[counts][0] + 2, SAID[counts][1] + 2], words: 'said' }
    const never: Span = { id: 'd', at: [3, 8], words: 'Tariffs' }
    const { report, told } = await imported(write({ spans: [good, near, never] }))
    expect(told).toEqual([at(spanAt(1), 'warning moved'), at(spanAt(2), 'failed words_differ')])
    expect(report).toMatchObject({ status: 1, spans: 2 })
  })

  test('a relation to a span that is not there', async () => {
    const { report, told } = await imported(
      write({
        spans: [good, other],
        ties: [
          { from: 'a', to: 'z' },
          { from: 'b', to: 'a' },
        ],
      }),
    )
    expect(told).toEqual([expect.stringMatching(/ failed (missing_span|bad_relation|bad_record)$/)])
    expect(told[0]).toEqual(at(tieAt(0, 2), told[0]!.slice(told[0]!.indexOf(' ') + 1)))
    expect(report).toMatchObject({ status: 1, spans: 2, relations: 1 })
  })

  test('two spans of one id', async () => {
    const { report, told } = await imported(write({ spans: [good, { ...other, id: 'a' }] }))
    // of a CAS the first alone is read, for nothing tells which one others mean
    const isCas = told[0]!.includes(' failed ')
    expect(told).toEqual([at(spanAt(1), isCas ? 'failed same_id' : 'warning same_id')])
    expect(report.spans).toBe(isCas ? 1 : 2)
  })
})
