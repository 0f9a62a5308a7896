import { describe, expect, test } from 'vitest'
import { prodigyReader } from '../../../../src/engine/import/annotated/prodigy'
import { cameIn, linesOf, recognises } from './support/found-in'

const TEXT = '😀 “Taxes will fall,” Ana Ruiz said on 3 May.'
const CLAIM = { start: 3, end: 18, label: 'CLAIM' }
const SPEAKER = { start: 21, end: 29, label: 'SPEAKER' }
const TOKENS = ['Taxes', 'will', 'fall', 'Ana', 'Ruiz'].map((text, id) => {
  const start = Array.from(TEXT.slice(0, TEXT.indexOf(text))).length
  return { text, start, end: start + text.length, id, ws: true }
})

const read = (...records: readonly unknown[]) => cameIn(prodigyReader, linesOf(...records))

describe('Prodigy’s tasks', () => {
  test('count in code points, as their words or tokens show', async () => {
    const { articles, told } = await read(
      { text: TEXT, spans: [{ ...CLAIM, text: 'Taxes will fall' }] },
      { text: `${TEXT} (2)`, tokens: TOKENS, spans: [SPEAKER] },
    )
    expect(told).toEqual([])
    expect(articles.map(({ spans }) => spans)).toEqual([['CLAIM Taxes will fall'], ['SPEAKER Ana Ruiz']])
    expect(articles.map(({ annotations }) => annotations.units)).toEqual([['codepoint'], ['codepoint']])
  })

  test('in another unit, too, if their tokens say so', async () => {
    const tokens = TOKENS.map((token) => ({ ...token, start: token.start + 1, end: token.end + 1 }))
    const { articles } = await read({ text: TEXT, tokens, spans: [{ start: 22, end: 30, label: 'SPEAKER' }] })
    expect(articles[0]).toMatchObject({ spans: ['SPEAKER Ana Ruiz'], annotations: { units: ['utf16'] } })
  })

  test('spans by their tokens alone', async () => {
    const { articles } = await read({
      text: TEXT,
      tokens: TOKENS,
      spans: [{ token_start: 3, token_end: 4, label: 'S' }],
    })
    expect(articles[0]!.spans).toEqual(['S Ana Ruiz'])
  })

  test('the groups of spans of a Doc that spaCy wrote as JSON', async () => {
    const doc = {
      text: TEXT,
      ents: [SPEAKER],
      tokens: TOKENS.map(({ id, start, end }) => ({ id, start, end, tag: 'X' })),
      spans: { sc: [{ ...CLAIM, kb_id: '' }], dates: [{ start: 38, end: 43, label: 'DATE', kb_id: 'Q1' }] },
    }
    const { articles, told } = await read(doc)
    expect(told).toEqual([])
    expect(articles[0]!.spans).toEqual(['CLAIM Taxes will fall', 'DATE 3 May', 'SPEAKER Ana Ruiz'])
    expect(recognises(prodigyReader, linesOf({ text: TEXT, spans: doc.spans }))).toBe(true)
  })

  test('relations by the places of their ends, or by the last tokens of these', async () => {
    const spans = [
      { ...CLAIM, token_start: 0, token_end: 2 },
      { ...SPEAKER, token_start: 3, token_end: 4 },
    ]
    const byPlace = { head: 9, child: 9, head_span: CLAIM, child_span: SPEAKER, label: 'said_by' }
    const byToken = { head: 4, child: 2, label: 'says' }
    const lost = { head: 0, child: 4, label: 'said_by' }
    const { articles, told } = await read({ text: TEXT, tokens: TOKENS, spans, relations: [byPlace, byToken, lost] })
    expect(articles[0]!.relations).toEqual(['Taxes will fall said_by Ana Ruiz', 'Ana Ruiz says Taxes will fall'])
    expect(told).toEqual([':1 missing_span'])
  })

  test.each([{ ents: [CLAIM] }, { entities: [[3, 18, 'CLAIM']] }, { spans: [CLAIM] }])(
    'what spaCy’s users write: %j',
    async (marks) => {
      expect((await read({ text: TEXT, ...marks })).articles[0]!.spans).toEqual(['CLAIM Taxes will fall'])
      expect(recognises(prodigyReader, linesOf({ text: TEXT, ...marks }))).toBe(true)
    },
  )

  test('what was rejected or passed over leaves its text, and is told', async () => {
    const task = { text: TEXT, spans: [CLAIM, SPEAKER] }
    const { articles, told, parts } = await read(
      { ...task, answer: 'reject' },
      { ...task, text: `${TEXT}!`, answer: 'ignore' },
      { ...task, text: `${TEXT}?`, answer: 'accept' },
    )
    expect(articles.map(({ spans }) => spans.length)).toEqual([0, 0, 2])
    expect(told).toEqual([':1 not_accepted', ':2 not_accepted'])
    expect(parts[0]).toMatchObject({ message: 'Its answer is “reject”: the text came in without its 2 spans.' })
  })

  test('whose work it is, what else a span says, and what a task says of its text', async () => {
    const span = { ...CLAIM, form: 'direct', sure: 0.5, type: 'span', color: '#fff' }
    const meta = { source: 'news', date: '2025-05-04', url: 'https://news.example/1' }
    const { articles } = await read({ text: TEXT, spans: [span], meta, _annotator_id: 'set-ana' })
    expect(articles[0]!.annotations.spans[0]).toMatchObject({
      attributes: { form: 'direct', sure: 0.5 },
      annotator: 'set-ana',
    })
    expect(articles[0]!.declared).toMatchObject({
      publishedOn: '2025-05-04',
      url: 'https://news.example/1',
      extra: { source: 'news' },
    })
  })

  test('what is wrong is told by its line, and the rest comes in', async () => {
    const { articles, told } = await read(
      { text: TEXT, spans: [{ ...CLAIM, end: 400 }, SPEAKER] },
      '{"text": "broken',
      {
        text: TEXT.toUpperCase(),
        spans: [
          { ...SPEAKER, start: 29, end: 21 },
          { ...SPEAKER, start: -1 },
        ],
      },
      { spans: [CLAIM] },
      {
        text: `${TEXT} (5)`,
        spans: [
          { start: 3, end: 18 },
          { ...SPEAKER, text: 'nobody' },
        ],
      },
      {
        text: `${TEXT} (6)`,
        spans: [
          { ...CLAIM, id: 1 },
          { ...SPEAKER, id: 1 },
        ],
      },
      { text: `${TEXT} (7)`, spans: 'CLAIM', relations: null },
    )
    expect(told).toEqual([
      ':1 offset_past_end',
      ':2 bad_record',
      ':3 offset_reversed',
      ':3 offset_negative',
      ':4 no_text',
      ':5 no_label',
      ':5 words_differ',
      ':6 same_id',
      ':7 bad_record',
    ])
    expect(articles.map(({ spans }) => spans.length)).toEqual([1, 0, 0, 2, 0])
  })

  test('are known by their content, however much of it is seen', () => {
    const long = 'long '.repeat(30_000)
    expect(recognises(prodigyReader, linesOf({ text: 'a b', tokens: TOKENS, spans: [CLAIM], more: long }))).toBe(true)
    expect(recognises(prodigyReader, JSON.stringify([{ text: 'a' }, { text: 'a', spans: [CLAIM] }], null, 1))).toBe(
      true,
    )
    for (const other of [
      { text: 'a', label: 'news' },
      { text: 'a', entities: ['Ana'], tokens: ['a'] },
      { text: 'a', label: [[0, 1, 'X']] },
      { schema: 'dictum-jsonl/1', text: 'a', spans: [CLAIM] },
      { body: 'a', spans: [CLAIM] },
    ]) {
      expect(recognises(prodigyReader, linesOf(other)), JSON.stringify(other)).toBe(false)
    }
  })
})
