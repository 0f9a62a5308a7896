import { CYRILLIC_LETTERS, CYRILLIC_WORDS, LATIN_PROFILES } from './languages'

const LETTER = /\p{L}/u
const LETTER_OR_MARK = /[\p{L}\p{M}]/u
const LATIN = /\p{Script=Latin}/u
const OTHER_ALPHABETS = [
  CYRILLIC_LETTERS,
  /\p{Script=Greek}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Thai}/u,
]
const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]/u

const COMMON_SIGNS = new Set('«»„“”‘’‚‹›…–—•·€£§°©®™№¿¡\u00a0\u00ad')
/** A right single quotation mark stands for an apostrophe, and a soft hyphen or a middle dot may stand inside a word. */
const INSIDE_WORDS = new Set('’‘\u00ad·')

/** Share of a language's commonest words from which on a text is as good as certainly in it. */
const WORD_SHARE_CERTAIN = 0.15
const WORD_WEIGHT = 0.3
/** A Latin letter that the language does not have: a name, a borrowed word, or the wrong decoding. */
const FOREIGN_LETTER = 0.35
const RARE_SIGN = 0.3
/** Text has few of them; a decoding of what is no text has many. */
const MOST_RARE_SIGNS = 0.25
const TOO_FEW_TO_TELL = 8

const wordSet = (words: string) => new Set(words.split(' '))
const PROFILES = Object.values(LATIN_PROFILES).map(({ letters, words }) => ({
  letters: new Set(letters + letters.toUpperCase()),
  words: wordSet(words),
}))
const CYRILLIC = wordSet(CYRILLIC_WORDS)

/** One character beyond ASCII, with what stands around it. */
interface Sighting {
  readonly character: string
  readonly before: string
  readonly after: string
}

/**
 * How plausible a decoded text is, from 0 to about 1.3: the share of its characters beyond ASCII that some one language
 * would have there, and how many of that language's commonest words it has.
 */
export function plausibility(text: string): number {
  const seen = sightings(text)
  const rare = seen.filter(({ character }) => !LETTER_OR_MARK.test(character) && !COMMON_SIGNS.has(character)).length
  if (seen.length >= TOO_FEW_TO_TELL && rare > MOST_RARE_SIGNS * seen.length && mean(seen, eastAsianWorth) < 0.5)
    return 0
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  const share = (known: ReadonlySet<string>) =>
    words.length === 0 ? 0 : words.filter((word) => known.has(word)).length / words.length
  const bonus = (known: ReadonlySet<string>) => WORD_WEIGHT * Math.min(1, share(known) / WORD_SHARE_CERTAIN)
  let best = 0
  for (const { letters, words: known } of PROFILES) {
    best = Math.max(best, mean(seen, (sighting) => latinWorth(sighting, letters)) + bonus(known))
  }
  for (const alphabet of OTHER_ALPHABETS) {
    best = Math.max(best, mean(seen, (sighting) => alphabetWorth(sighting, alphabet)) + bonus(CYRILLIC))
  }
  return Math.max(best, mean(seen, eastAsianWorth))
}

const mean = (seen: readonly Sighting[], worth: (sighting: Sighting) => number): number =>
  seen.length === 0 ? 1 : seen.reduce((sum, sighting) => sum + worth(sighting), 0) / seen.length

function sightings(text: string): Sighting[] {
  const found: Sighting[] = []
  for (const match of text.matchAll(/\P{ASCII}/gu)) {
    const at = match.index
    found.push({ character: match[0], before: text[at - 1] ?? ' ', after: text[at + match[0].length] ?? ' ' })
  }
  return found
}

function signWorth({ character, before, after }: Sighting): number {
  const insideWord = LETTER.test(before) && LETTER.test(after)
  if (COMMON_SIGNS.has(character)) return insideWord && !INSIDE_WORDS.has(character) ? 0.2 : 1
  return insideWord ? 0 : RARE_SIGN
}

const isUpper = (character: string) => character !== character.toLowerCase()
const isLower = (character: string) => character !== character.toUpperCase()
/** “оПХБЕР”: what the wrong one of two Cyrillic encodings, or of two Latin ones, makes of a word. */
const wrongCase = ({ character, before }: Sighting) => isUpper(character) && LETTER.test(before) && isLower(before)

function latinWorth(sighting: Sighting, letters: ReadonlySet<string>): number {
  const { character } = sighting
  if (!LETTER.test(character)) return signWorth(sighting)
  if (!LATIN.test(character) || wrongCase(sighting)) return 0
  return letters.has(character) ? 1 : FOREIGN_LETTER
}

function alphabetWorth(sighting: Sighting, alphabet: RegExp): number {
  const { character, before, after } = sighting
  if (!LETTER_OR_MARK.test(character)) return signWorth(sighting)
  if (!alphabet.test(character) || wrongCase(sighting)) return 0
  // letters of two alphabets do not share a word
  return [before, after].some((neighbour) => LATIN.test(neighbour)) ? 0 : 1
}

function eastAsianWorth({ character, before, after }: Sighting): number {
  if (!EAST_ASIAN.test(character)) return 0
  return [before, after].some((neighbour) => /[a-z]/.test(neighbour)) ? 0.2 : 1
}
