import fc from 'fast-check'
import { docOffset, type Part } from '../../../src/shared/domain/text/offsets'
import { clusterStart } from '../../../src/shared/domain/text/text-units'

/** What breaks naive cutting: pairs, joiners, combining marks, right-to-left, ideographs, flags. */
const scraps = fc.constantFrom(
  'a',
  'Omul',
  'ș',
  's\u0327',
  'e\u0301\u0302',
  '👍🏽',
  '👨‍👩‍👧‍👦',
  '🇷🇴',
  '🇷',
  '\ud83d',
  '\ude00',
  'السلام',
  'שָׁלוֹם',
  '漢字',
  'かな',
  '가',
  'ᄀ',
  'ᅡ',
  'नि',
  'ำ',
  ' ',
  '  ',
  '\u00a0',
  '\n',
  '\r\n',
  '\t',
  '.',
  ',',
  '-',
  '—',
  '„',
  '”',
  '“',
  '«',
  '»',
  '"',
  "'",
  '’',
  '(',
  ')',
  '12',
  '20%',
  'J.D.',
  '\u200d',
  '\u200b',
)
/** Text made of what breaks naive cutting. */
export const trickyText = fc.array(scraps, { maxLength: 40 }).map((pieces) => pieces.join(''))

/** Parts as a span has them, from any numbers: in order, apart, on edges of clusters, each with some words. */
export function someParts(text: string, numbers: readonly number[]): Part[] {
  const edges = [...new Set(numbers.map((number) => clusterStart(text, Math.min(number, text.length))))].sort(
    (a, b) => a - b,
  )
  return edges.flatMap((end, at) => {
    const start = edges[at - 1]
    if (at % 2 === 0 || start === undefined || text.slice(start, end).trim() === '') return []
    return [[docOffset(start), docOffset(end)] as const]
  })
}
