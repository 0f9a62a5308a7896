import { describe, expect, it } from 'vitest'
import { docOffset } from '../../../src/shared/domain/text/offsets'
import { indexParagraphs } from '../../../src/shared/domain/text/paragraphs'
import { paragraphStep, sentenceStep } from '../../../src/shared/domain/text/text-steps'

const TEXT = [
  'Titlul',
  '',
  'Primul om a venit. A doua zi a plecat! „De ce?” Nimeni nu știe.',
  '  ',
  '今日は。明日も。',
].join('\n')
const index = indexParagraphs(TEXT)
const at = (words: string) => docOffset(TEXT.indexOf(words))
const END = docOffset(TEXT.length)

/** All places that steps in one direction reach, as the words there. */
function walk(step: typeof sentenceStep, from: number, direction: -1 | 1): string[] {
  const places: string[] = []
  for (let here = docOffset(from); ; ) {
    const next = step(index, here, direction)
    if (next === here) return places
    places.push(TEXT.slice(next, next + 6))
    here = next
  }
}

describe('the caret by sentence and by paragraph', () => {
  it('goes from sentence to sentence, over empty lines', () => {
    const forward = ['Primul', 'A doua', '„De ce', 'Nimeni', '今日は。明日', '明日も。', '']
    expect(walk(sentenceStep, 0, 1)).toEqual(forward)
    expect(walk(sentenceStep, END, -1)).toEqual(['Titlul', ...forward.slice(0, -1)].reverse())
  })

  it('goes to the start of its own sentence first', () => {
    expect(sentenceStep(index, at('zi a'), -1)).toBe(at('A doua'))
    expect(sentenceStep(index, at('A doua'), -1)).toBe(at('Primul'))
    expect(sentenceStep(index, at('zi a'), 1)).toBe(at('„De'))
  })

  it('goes from paragraph to paragraph, over empty lines', () => {
    expect(walk(paragraphStep, 0, 1)).toEqual(['Primul', '今日は。明日', ''])
    expect(walk(paragraphStep, END, -1)).toEqual(['今日は。明日', 'Primul', 'Titlul'])
    expect(paragraphStep(index, at('zi a'), -1)).toBe(at('Primul'))
    expect(paragraphStep(index, at('\n今日'), 1)).toBe(at('今日'))
  })

  it('stays in an empty text', () => {
    const empty = indexParagraphs('')
    for (const direction of [-1, 1] as const) {
      expect(sentenceStep(empty, docOffset(0), direction)).toBe(0)
      expect(paragraphStep(empty, docOffset(0), direction)).toBe(0)
    }
  })
})
