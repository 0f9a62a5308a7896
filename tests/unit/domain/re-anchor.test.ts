import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { docOffset, type Part } from '../../../src/shared/domain/text/offsets'
import { reAnchorer } from '../../../src/shared/domain/text/re-anchor'

const part = (start: number, end: number): Part => [docOffset(start), docOffset(end)]
const placeOf = (text: string, words: string, from = 0): Part => {
  const at = text.indexOf(words, from)
  return part(at, at + words.length)
}

const TEXT = [
  'Harbour plan stalls',
  'Mayor Dobre said on Monday that the plan would cost four million. The council disagrees.',
  'The minister said: no money. The union said: no money.',
  'Dobre will meet the union in March, her office wrote. Nobody else was asked.',
].join('\n')

const moved = (after: string, words: string, before = TEXT): string | null => {
  const anchored = reAnchorer(before, after)([placeOf(before, words)])
  return anchored.kind === 'moved' ? anchored.parts.map(([start, end]) => after.slice(start, end)).join('|') : null
}
const candidates = (after: string, words: string, before = TEXT): string[] => {
  const anchored = reAnchorer(before, after)([placeOf(before, words)])
  if (anchored.kind === 'moved') throw new Error('it was moved')
  return anchored.candidates.map((parts) => parts.map(([start, end]) => after.slice(start, end)).join('|'))
}

describe('what moves', () => {
  test('exact words in their surroundings, wherever the rest went', () => {
    const after = `Correction\n${TEXT.replace('four million', 'five million')}`
    expect(moved(after, 'The council disagrees')).toBe('The council disagrees')
    expect(moved(after, 'Mayor Dobre')).toBe('Mayor Dobre')
    expect(reAnchorer(TEXT, after)([placeOf(TEXT, 'Dobre', TEXT.indexOf('Dobre will'))])).toEqual({
      kind: 'moved',
      parts: [placeOf(after, 'Dobre', after.indexOf('Dobre will'))],
    })
  })

  test('one of two places that are told apart by more than a word', () => {
    const after = TEXT.replace('Harbour plan stalls', 'Harbour plan')
    expect(reAnchorer(TEXT, after)([placeOf(TEXT, 'no money', TEXT.indexOf('union said'))])).toEqual({
      kind: 'moved',
      parts: [placeOf(after, 'no money', after.indexOf('union said'))],
    })
  })

  test('the parts of a span, also where something between them has changed', () => {
    const parts = [placeOf(TEXT, 'Dobre said'), placeOf(TEXT, 'cost four million')]
    const after = TEXT.replace('on Monday', 'late on Monday night')
    expect(reAnchorer(TEXT, after)(parts)).toEqual({
      kind: 'moved',
      parts: [placeOf(after, 'Dobre said'), placeOf(after, 'cost four million')],
    })
  })
})

describe('what does not', () => {
  test('words that have changed: what stands in their place is offered', () => {
    const after = TEXT.replace('four million', 'five million')
    expect(candidates(after, 'four million')).toEqual(['five million'])
    expect(candidates(TEXT.replace('Nobody else was asked', 'NOBODY else was asked'), 'Nobody')).toEqual(['NOBODY'])
    expect(candidates('Something else entirely.', 'four million')).toEqual([])
  })

  test('words in several places that are as good', () => {
    const before = 'He came. He said it. He left.\nShe stayed.'
    const after = 'He came. He said it. He left.\nHe came. He said it. He left.\nShe was told.'
    expect(candidates(after, 'said it', before)).toEqual(['said it', 'said it'])
  })

  test('words whose surroundings have come apart: one place has what stood before them, another what stood after', () => {
    const intro = 'The mayor said that taxes will rise. “We have no choice,” she added.\n'
    const before = `${intro}The opposition leader said taxes will fall. The harbour stays open all year, he said.\nThe end.`
    const twice = 'The opposition leader said taxes will fall. '
    const after = before.replace(twice, `${twice}${twice}`)
    expect(candidates(after, 'taxes will fall', before)).toEqual(['taxes will fall', 'taxes will fall'])
    // the other way round: of two places one is left, with the beginning of the first and the end of the second
    const words = 'taxes will fall'
    for (const from of [0, after.indexOf(words) + 1]) {
      expect(reAnchorer(after, before)([placeOf(after, words, from)]).kind).toBe('unsure')
    }
  })

  test('words whose sentence is gone, though they stand elsewhere', () => {
    const after = TEXT.replace('Mayor Dobre said on Monday that', 'It was said on Monday that')
    // “Dobre” is left once, in a place of its own
    expect(candidates(after, 'Dobre')).toContain('Dobre')
  })

  test('words that are part of a longer word now', () => {
    const before = 'The port was closed. Art is long.'
    expect(moved('The portable was closed. Art is long.', 'port', before)).toBeNull()
  })
})

/** Texts of few words: what is around a place repeats itself often. */
const words = fc
  .array(fc.constantFrom('Ana', 'said', 'it', 'no', 'money', 'the', 'plan', '👩‍👩‍👧', 'ț', 'council'), {
    minLength: 3,
    maxLength: 60,
  })
  .map((list) => list.join(' '))
/** A text and one of its stretches. */
const marked = fc.tuple(words, fc.nat(), fc.nat()).map(([text, a, b]) => {
  const list = text.split(' ')
  const first = a % list.length
  const last = first + (b % (list.length - first))
  const start = list.slice(0, first).join(' ').length + (first > 0 ? 1 : 0)
  return { text, span: part(start, start + list.slice(first, last + 1).join(' ').length) }
})

describe('of any text', () => {
  test('nothing changed: everything stays where it is', () => {
    fc.assert(
      fc.property(marked, ({ text, span }) => {
        expect(reAnchorer(text, text)([span])).toEqual({ kind: 'moved', parts: [span] })
      }),
    )
  })

  test('what is moved has its exact words, inside the text', () => {
    fc.assert(
      fc.property(marked, words, ({ text, span }, after) => {
        const anchored = reAnchorer(text, after)([span])
        const places = anchored.kind === 'moved' ? [anchored.parts] : anchored.candidates
        for (const parts of places) {
          for (const [start, end] of parts) expect(start < end && start >= 0 && end <= after.length).toBe(true)
        }
        if (anchored.kind === 'moved') {
          expect(anchored.parts.map(([start, end]) => after.slice(start, end))).toEqual([text.slice(...span)])
        }
      }),
    )
  })

  test('something new put in beside it: it moves to its own place or not at all', () => {
    fc.assert(
      fc.property(
        marked,
        fc.nat(),
        fc.string({ unit: fc.constantFrom('x', 'y', 'z', ' '), maxLength: 40 }),
        ({ text, span }, seed, added) => {
          // before or behind the span, not within
          const room = text.length - (span[1] - span[0]) + 1
          const at = seed % room <= span[0] ? seed % room : (seed % room) + (span[1] - span[0]) - 1
          if (at > span[0] && at < span[1]) return
          const after = `${text.slice(0, at)} ${added} ${text.slice(at)}`
          const by = at <= span[0] ? added.length + 2 : 0
          const anchored = reAnchorer(text, after)([span])
          if (anchored.kind === 'moved') expect(anchored.parts).toEqual([part(span[0] + by, span[1] + by)])
        },
      ),
      { numRuns: 2000 },
    )
  })

  test('two spans never move to one place', () => {
    fc.assert(
      fc.property(marked, words, fc.nat(), ({ text, span }, tail, cut) => {
        const said = text.slice(...span)
        const after = `${text.slice(cut % text.length)} ${tail}`
        const anchor = reAnchorer(text, after)
        const targets: string[] = []
        for (let at = text.indexOf(said); at >= 0; at = text.indexOf(said, at + 1)) {
          const anchored = anchor([part(at, at + said.length)])
          if (anchored.kind === 'moved') targets.push(JSON.stringify(anchored.parts))
        }
        expect(new Set(targets).size).toBe(targets.length)
      }),
      { numRuns: 1000 },
    )
  })
})
