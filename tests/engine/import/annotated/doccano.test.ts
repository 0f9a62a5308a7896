import { describe, expect, test } from 'vitest'
import { doccanoReader } from '../../../../src/engine/import/annotated/doccano'
import { cameIn, linesOf, recognises } from './support/found-in'

const TEXT = '😀 “Taxes will fall,” Ana Ruiz said on 3 May.'

const read = (...records: readonly unknown[]) => cameIn(doccanoReader, linesOf(...records))

describe('doccano', () => {
  test('counts in UTF-16, and quotes no words that could say otherwise', async () => {
    const { articles, told } = await read({
      id: 7,
      text: TEXT,
      label: [
        [4, 19, 'CLAIM'],
        [22, 30, 'SPEAKER'],
      ],
    })
    expect(told).toEqual([])
    expect(articles[0]).toMatchObject({
      spans: ['CLAIM Taxes will fall', 'SPEAKER Ana Ruiz'],
      declared: { extra: { id: 7 } },
      annotations: { units: ['utf16'] },
    })
  })

  test('entities and relations by their ids', async () => {
    const entities = [
      { id: 3, label: 'CLAIM', start_offset: 4, end_offset: 19 },
      { id: 9, label: 'SPEAKER', start_offset: 22, end_offset: 30 },
    ]
    const relations = [
      { id: 1, from_id: 3, to_id: 9, type: 'said_by' },
      { id: 2, from_id: 3, to_id: 8, type: 'said_by' },
    ]
    const { articles, told } = await read({ text: TEXT, entities, relations, Comments: ['check'] })
    expect(articles[0]!.relations).toEqual(['Taxes will fall said_by Ana Ruiz'])
    expect(articles[0]!.declared.extra).toEqual({ Comments: ['check'] })
    expect(told).toEqual([':1 missing_span'])
  })

  test('the text under its older key, and labels of whole texts as they are', async () => {
    const { articles } = await read(
      { data: TEXT, labels: [[4, 19, 'CLAIM']] },
      { text: 'Another text', label: ['politics'] },
    )
    expect(articles.map(({ spans }) => spans)).toEqual([['CLAIM Taxes will fall'], []])
    expect(articles[1]!.declared.extra).toEqual({ label: ['politics'] })
  })

  test('what is wrong is told by its line, and the rest comes in', async () => {
    const { articles, told } = await read(
      {
        text: TEXT,
        label: [
          [1, 5, 'X'],
          [4, 19, 'CLAIM'],
          [0, 4],
          ['a', 'b', 'X'],
          [40, 99, 'X'],
          [19, 4, 'X'],
        ],
      },
      'no JSON',
      { label: [[0, 1, 'X']] },
      {
        text: 'a b',
        label: [
          [0, 1, 'X'],
          [0, 1, 'X'],
          [0, 3, ''],
        ],
      },
    )
    expect(articles.map(({ spans }) => spans)).toEqual([['CLAIM Taxes will fall'], ['X a']])
    expect(told.filter((one) => one.startsWith(':1')).sort()).toEqual([
      ':1 bad_span',
      ':1 offset_in_character',
      ':1 offset_no_number',
      ':1 offset_past_end',
      ':1 offset_reversed',
    ])
    expect(told.filter((one) => !one.startsWith(':1'))).toEqual([
      ':2 bad_record',
      ':3 no_text',
      ':4 bad_span',
      ':4 same_span',
    ])
  })

  test('relations: ids as texts or numbers; what is missing is said', async () => {
    const entities = [
      { id: '3', label: 'CLAIM', start_offset: 4, end_offset: 19 },
      { id: 9, label: 'SPEAKER', start_offset: 22, end_offset: 30 },
    ]
    const relations = [
      { id: 1, from_id: 3, to_id: '9', type: 'said_by' },
      { id: 2, from_id: 3, to_id: 9 },
      { id: 3, from_id: 3, to_id: 9, type: null },
      { id: 4, to_id: 9, type: 'said_by' },
      { id: 5, from_id: 3, to_id: '', type: 'said_by' },
      'said_by',
    ]
    const { articles, told, parts } = await read({ text: TEXT, entities, relations })
    expect(articles[0]!.relations).toEqual(['Taxes will fall said_by Ana Ruiz'])
    expect(told).toEqual([':1 no_type', ':1 no_type', ':1 bad_relation', ':1 bad_relation', ':1 bad_relation'])
    expect(parts.flatMap((part) => ('message' in part ? [part.message] : []))).toEqual([
      'Its relation 2 from “3” to “9” has no type, so it was left out.',
      'Its relation 3 from “3” to “9” has no type, so it was left out.',
      'Its relation 4 (said_by) does not say which span it leads from (“from_id”), so it was left out.',
      'Its relation 5 (said_by) does not say which span it leads to (“to_id”), so it was left out.',
      'Its relation 6 is no object in { }, so it was left out.',
    ])
    expect((await read({ text: TEXT, entities, relations: {} })).told).toEqual([':1 bad_record'])
  })

  test('spans among labels of the whole text, and what else spans and relations say', async () => {
    const { articles, told } = await read(
      { text: TEXT, label: ['politics', [4, 19, 'CLAIM']] },
      {
        text: TEXT,
        entities: [
          { id: 1, label: 'CLAIM', start_offset: 4, end_offset: 19, score: 0.5, user: 'ana', created_at: '2024-01-01' },
          { id: 2, label: 'SPEAKER', start_offset: 22, end_offset: 30 },
        ],
        relations: [{ id: 1, from_id: 1, to_id: 2, type: 'said_by', sure: true, user: 'bo' }],
      },
    )
    expect(told).toEqual([])
    expect(articles[0]).toMatchObject({
      spans: ['CLAIM Taxes will fall'],
      declared: { extra: { label: ['politics'] } },
    })
    expect(articles[1]!.annotations.spans[0]).toMatchObject({ annotator: 'ana', attributes: { score: 0.5 } })
    expect(articles[1]!.annotations.relations[0]).toMatchObject({ annotator: 'bo', attributes: { sure: true } })
  })

  test('is known by its content', () => {
    expect(recognises(doccanoReader, linesOf({ text: 'a' }, { text: 'a', label: [[0, 1, 'X']] }))).toBe(true)
    expect(recognises(doccanoReader, linesOf({ text: 'a', entities: [], relations: [] }))).toBe(true)
    for (const other of [
      { text: 'a', label: 'news' },
      { text: 'a', label: ['news'] },
      { text: 'a', labels: [] },
      { text: 'a', spans: [{ start: 0, end: 1, label: 'X' }] },
    ]) {
      expect(recognises(doccanoReader, linesOf(other)), JSON.stringify(other)).toBe(false)
    }
  })
})
