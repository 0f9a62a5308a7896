import { describe, expect, test } from 'vitest'
import type { Relation, Span } from '../../../src/shared/domain/annotations/annotations'
import {
  fittingOption,
  linkedEnds,
  linkOptions,
  linkOptionsOf,
  nearestOption,
  nearestSpan,
} from '../../../src/shared/domain/annotations/linking'
import { DEFAULT_LABEL_SET as SET } from '../../../src/shared/domain/label-set/default-label-set'
import { docOffset, type Part } from '../../../src/shared/domain/text/offsets'

const span = (uid: string, labelId: string, ...parts: [number, number][]): Span => ({
  uid,
  articleId: 1,
  labelId,
  parts: parts.map(([start, end]): Part => [docOffset(start), docOffset(end)]),
  words: uid,
  attributes: {},
  entityUid: null,
  note: '',
  author: 'ana',
  origin: 'manual',
  createdAt: '',
  updatedAt: '',
})
const tie = (typeId: string, fromUid: string, toUid: string) => ({ typeId, fromUid, toUid }) as Relation

const claim = span('claim', 'claim', [20, 40])
const ana = span('ana', 'speaker', [0, 5])
const bo = span('bo', 'speaker', [50, 55])

describe('the nearest', () => {
  const uid = (spans: Span[], from: Span, side: 'before' | 'after') => nearestSpan(spans, from, side)?.uid

  test('on either side, by the gap between the words', () => {
    const far = span('far', 'speaker', [90, 95])
    expect(uid([far, bo, ana], claim, 'before')).toBe('ana')
    expect(uid([far, bo, ana], claim, 'after')).toBe('bo')
    expect(uid([bo, far], claim, 'before')).toBeUndefined()
  })

  test('what stands between the parts of an interrupted quote comes after it', () => {
    const quote = span('quote', 'claim', [20, 30], [40, 60])
    expect(uid([ana, span('she', 'speaker', [32, 35]), span('last', 'speaker', [61, 65])], quote, 'after')).toBe('she')
  })

  test('words of the span itself are neither before nor after it', () => {
    expect(uid([span('inside', 'speaker', [25, 30]), bo], claim, 'after')).toBe('bo')
    expect(uid([span('around', 'speaker', [10, 50]), ana], claim, 'before')).toBe('ana')
  })

  test('is a speaker where one can be reached, unless another kind is asked for', () => {
    const options = linkOptions(SET, 'claim')
    expect(nearestOption(SET, options, null)?.typeId).toBe('said_by')
    expect(nearestOption(SET, options, options.find(({ typeId }) => typeId === 'said_on')!)?.typeId).toBe('said_on')
    expect(nearestOption(SET, linkOptions(SET, 'date'), null)).toBeNull()
  })
})

describe('the fitting option', () => {
  const options = linkOptions(SET, 'claim')
  const fitting = (to: Span, ...relations: Relation[]) =>
    fittingOption(SET, options, claim, to, linkedEnds(relations))?.typeId

  test('is the first that no rule forbids', () => {
    const friday = span('friday', 'date', [60, 65])
    expect(fitting(ana)).toBe('said_by')
    expect(fitting(ana, tie('said_by', 'claim', 'bo'))).toBe('said_by')
    // a second kind of link between the same two has to be asked for
    expect(fitting(ana, tie('said_by', 'claim', 'ana'))).toBeUndefined()
    const via = options.filter(({ typeId }) => typeId === 'via')
    expect(fittingOption(SET, via, claim, ana, linkedEnds([tie('said_by', 'claim', 'ana')]))?.typeId).toBe('via')
    expect(fitting(friday)).toBe('said_on')
    expect(fitting(friday, tie('said_on', 'claim', 'monday'))).toBe('about_time')
    expect(fitting(span('cue', 'cue', [60, 65]))).toBeUndefined()
  })
})

test('the options of several spans are those of each, once', () => {
  const ids = (...spans: Span[]) => linkOptionsOf(SET, spans).map(({ typeId, direction }) => `${typeId} ${direction}`)
  expect(ids(claim, claim)).toEqual(ids(claim))
  expect(ids(claim, ana)).toEqual(expect.arrayContaining(['said_by out', 'coref out', 'said_by in']))
})
