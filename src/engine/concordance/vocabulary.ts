import { foldText } from '../../shared/domain/text/fold-text'
import { sortInTurns } from './sort-in-turns'

/** Words by number: letters that search takes for the same have the same number. 0 is no word at all. */
export interface Vocabulary {
  numberOf(word: string): number
  /** A spelling of a word as it was met first. */
  spelling(number: number): string
  /** The rank of each number in the order of a language; null if it was given up. */
  ranks(lang: string | null, isStopped: () => boolean): Promise<Uint32Array | null>
}

export function createVocabulary(): Vocabulary {
  const byWord = new Map<string, number>([['', 0]])
  const byKey = new Map<string, number>([['', 0]])
  const keys = ['']
  const spellings = ['']
  const learn = (word: string): number => {
    const key = foldText(word, false).text
    let number = byKey.get(key)
    if (number === undefined) {
      number = keys.length
      keys.push(key)
      spellings.push(word)
      byKey.set(key, number)
    }
    byWord.set(word, number)
    return number
  }
  return {
    numberOf: (word) => byWord.get(word) ?? learn(word),
    spelling: (number) => spellings[number] ?? '',
    ranks: async (lang, isStopped) => {
      const { compare } = collatorOf(lang)
      const numbers = Uint32Array.from(keys.keys())
      if (!(await sortInTurns(numbers, (a, b) => compare(keys[a]!, keys[b]!) || a - b, isStopped))) return null
      const ranks = new Uint32Array(numbers.length)
      for (let rank = 0; rank < numbers.length; rank++) ranks[numbers[rank]!] = rank
      return ranks
    },
  }
}

/** Letters in the order of a language, numbers by their value; the order common to all where the tag is none. */
function collatorOf(lang: string | null): Intl.Collator {
  const options: Intl.CollatorOptions = { numeric: true }
  try {
    return new Intl.Collator(lang ?? 'und', options)
  } catch {
    return new Intl.Collator('und', options)
  }
}
