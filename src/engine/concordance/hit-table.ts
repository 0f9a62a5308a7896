import { wordsAfter, wordsBefore } from '../../shared/domain/text/context-words'
import type { DocRange } from '../../shared/domain/text/segmentation'
import { createVocabulary, type Vocabulary } from './vocabulary'

/** How many words at either side lines can be sorted by. */
export const SIDE_WORDS = 3

/** For each hit: its article, start, end, its own words as one, three words before it and three after it. */
const COLUMNS = 4 + 2 * SIDE_WORDS
const [ARTICLE, START, END, HIT, LEFT] = [0, 1, 2, 3, 4]
const RIGHT = LEFT + SIDE_WORDS

/** All hits of a concordance, numbered as they were found; about 40 bytes each. */
export interface HitTable {
  readonly length: number
  readonly articles: number
  readonly vocabulary: Vocabulary
  add(articleId: number, text: string, places: readonly DocRange[]): void
  articleOf(hit: number): number
  placeOf(hit: number): DocRange
  /** The hit's own words, as a number of the vocabulary. */
  wordsOf(hit: number): number
  /** The first, second or third word before a hit (1 to 3); 0: there is none. */
  leftOf(hit: number, distance: number): number
  rightOf(hit: number, distance: number): number
}

export function createHitTable(): HitTable {
  const vocabulary = createVocabulary()
  let cells = new Uint32Array(1024 * COLUMNS)
  let length = 0
  let articles = 0
  const cell = (hit: number, column: number): number => cells[hit * COLUMNS + column]!
  return {
    get length() {
      return length
    },
    get articles() {
      return articles
    },
    vocabulary,
    add: (articleId, text, places) => {
      if (places.length > 0) articles++
      for (const { start, end } of places) {
        if ((length + 1) * COLUMNS > cells.length) {
          const larger = new Uint32Array(cells.length * 2)
          larger.set(cells)
          cells = larger
        }
        const at = length++ * COLUMNS
        cells[at + ARTICLE] = articleId
        cells[at + START] = start
        cells[at + END] = end
        cells[at + HIT] = vocabulary.numberOf(text.slice(start, end).replace(/\s+/gu, ' '))
        const before = wordsBefore(text, start, SIDE_WORDS)
        const after = wordsAfter(text, end, SIDE_WORDS)
        for (const [distance, word] of before.entries()) {
          cells[at + LEFT + distance] = vocabulary.numberOf(text.slice(word.start, word.end))
        }
        for (const [distance, word] of after.entries()) {
          cells[at + RIGHT + distance] = vocabulary.numberOf(text.slice(word.start, word.end))
        }
      }
    },
    articleOf: (hit) => cell(hit, ARTICLE),
    placeOf: (hit) => ({ start: cell(hit, START), end: cell(hit, END) }) as DocRange,
    wordsOf: (hit) => cell(hit, HIT),
    leftOf: (hit, distance) => cell(hit, LEFT + distance - 1),
    rightOf: (hit, distance) => cell(hit, RIGHT + distance - 1),
  }
}
