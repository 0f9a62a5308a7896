import { describe, expect, it } from 'vitest'
import type { Span } from '../../../src/shared/domain/annotations/annotations'
import { gatherByLabels } from '../../../src/shared/domain/annotations/spans-with-labels'

const span = (uid: string, labelId: string): [string, Span] => [uid, { uid, labelId } as Span]
const spans = new Map([span('a', 'claim'), span('b', 'speaker'), span('c', 'claim'), span('d', 'date')])

describe('gatherByLabels', () => {
  it('gives the spans of one label, or of several, in the order of the map', () => {
    const withLabels = gatherByLabels(spans)
    expect(withLabels(['claim']).map(({ uid }) => uid)).toEqual(['a', 'c'])
    expect(withLabels(['date', 'speaker']).map(({ uid }) => uid)).toEqual(['b', 'd'])
    expect(withLabels([])).toEqual([])
    expect(withLabels(['unheard of'])).toEqual([])
  })

  it('gives the same list to all who ask the same', () => {
    const withLabels = gatherByLabels(spans)
    expect(withLabels(['claim'])).toBe(withLabels(['claim']))
    expect(withLabels(['claim'])).not.toBe(withLabels(['claim', 'date']))
  })
})
