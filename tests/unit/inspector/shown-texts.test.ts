import { describe, expect, it } from 'vitest'
import { attributeLine } from '../../../src/renderer/inspector/words/attribute-text'
import { shownWords } from '../../../src/renderer/inspector/words/span-words'
import type { AttributeValues, Span } from '../../../src/shared/domain/annotations/annotations'
import type { Attribute, SpanLabel } from '../../../src/shared/domain/label-set/label-set'
import { docOffset, type Part } from '../../../src/shared/domain/text/offsets'

const part = (start: number, end: number): Part => [docOffset(start), docOffset(end)]

describe('shownWords', () => {
  it('joins parts by an ellipsis', () => {
    expect(shownWords('“A,” she said, “B.”', [part(1, 3), part(16, 17)])).toBe('A, … B')
  })

  it('cuts what is too long, never inside a surrogate pair', () => {
    expect(shownWords('abcdef', [part(0, 6)], 6)).toBe('abcdef')
    expect(shownWords('abcdef', [part(0, 6)], 4)).toBe('abcd…')
    expect(shownWords('abc😀def', [part(0, 8)], 4)).toBe('abc…')
    expect(shownWords('abcdef', [part(0, 2), part(3, 6)], 4)).toBe('ab … …')
  })
})

describe('attributeLine', () => {
  const attribute = (id: string, type: Attribute['type'], options: string[] = []): Attribute => ({
    id,
    name: id,
    title: id.toUpperCase(),
    type,
    options: options.map((name) => ({ id: `${id}-${name}`, name })),
    description: '',
    guidelines: '',
  })
  const label: SpanLabel = {
    id: 'claim',
    name: 'CLAIM',
    title: 'Claim',
    role: 'claim',
    hue: 'amber',
    key: 'c',
    enabled: true,
    description: '',
    guidelines: '',
    examples: [],
    attributes: [
      attribute('form', 'choice', ['direct']),
      attribute('topics', 'choices', ['harbour', 'taxes']),
      attribute('sure', 'boolean'),
      attribute('score', 'number'),
      attribute('day', 'date'),
      attribute('who', 'entity'),
    ],
  }
  const line = (attributes: AttributeValues, parts: Part[] = [part(0, 1)]) =>
    attributeLine({ attributes, parts } as Span, label, new Map([['e1', { name: 'Irina Dobre' }]]))

  it('names options, and says nothing of what is empty or not', () => {
    expect(line({ form: 'form-direct', topics: ['topics-harbour', 'topics-taxes'], sure: false })).toEqual({
      title: 'FORM',
      text: 'direct · harbour, taxes',
    })
    expect(line({ sure: true, score: 1200, day: '2025-11-14', who: 'x' })).toEqual({
      title: 'SURE',
      text: 'SURE · SCORE 1,200 · 14 Nov 2025',
    })
    expect(line({})).toBeNull()
  })

  it('names an entity, once it is known', () => {
    expect(line({ who: 'e1' })).toEqual({ title: 'WHO', text: 'Irina Dobre' })
    expect(line({ who: 'e2' })).toBeNull()
  })

  it('tells that a span has several parts', () => {
    expect(line({}, [part(0, 1), part(2, 3)])).toEqual({ title: 'Parts', text: 'two parts' })
  })

  it('shows an option that the label set has lost by its id', () => {
    expect(line({ form: 'gone' })?.text).toBe('gone')
  })
})
