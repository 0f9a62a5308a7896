import { fail, ok, type SearchResult } from './search-error'

/** Where something stands in a query: UTF-16 code units, half open. */
export interface QueryPlace {
  readonly start: number
  readonly end: number
}

export type SearchField = 'title' | 'text'

export type Token = QueryPlace &
  (
    | { readonly kind: 'open' | 'close' | 'and' | 'or' | 'not' }
    | { readonly kind: 'near'; readonly distance: number }
    | { readonly kind: 'field'; readonly field: SearchField }
    | { readonly kind: 'words'; readonly words: string; readonly isPrefix: boolean; readonly isQuoted: boolean }
  )

/** How many words may stand between two that are NEAR each other, where the query does not say. */
const NEAR_WORDS = 10
const MOST_NEAR_WORDS = 1000

const SPACE = /[\s\p{Cc}]/u
const OPERATORS: Readonly<Record<string, 'and' | 'or' | 'not'>> = { AND: 'and', OR: 'or', NOT: 'not' }
const NEAR = /^NEAR(?:\/(\d{1,6}))?$/
const FIELD = /^(title|text):/i
/** Quotation marks as they are printed; they quote only where a closing one follows. */
const PRINTED_OPEN = /[„“]/
const PRINTED_PHRASE = /^[„“]([^„“”"]*[^\s„“”"][^„“”"]*)[”“"]/

/** The words of a query language of its own, one after another; fails at a mark that cannot be understood. */
export function searchTokens(query: string): SearchResult<Token[]> {
  const tokens: Token[] = []
  let at = 0
  while (at < query.length) {
    const letter = query[at]!
    const rest = query.slice(at)
    if (SPACE.test(letter)) {
      at++
    } else if (letter === '(' || letter === ')') {
      tokens.push({ kind: letter === '(' ? 'open' : 'close', start: at, end: ++at })
    } else if (letter === '-' && at + 1 < query.length && !SPACE.test(query[at + 1]!) && query[at + 1] !== ')') {
      tokens.push({ kind: 'not', start: at, end: ++at })
    } else if (letter === '"' || (PRINTED_OPEN.test(letter) && PRINTED_PHRASE.test(rest))) {
      const token = phraseAt(query, at)
      if (!token.ok) return token
      tokens.push(token.value)
      at = token.value.end
    } else {
      const token = wordAt(query, at)
      if (!token.ok) return token
      tokens.push(token.value)
      at = token.value.end
    }
  }
  return ok(tokens)
}

function phraseAt(query: string, start: number): SearchResult<Token> {
  const printed = query[start] === '"' ? null : PRINTED_PHRASE.exec(query.slice(start))
  const close = printed === null ? query.indexOf('"', start + 1) : start + printed[0].length - 1
  if (close === -1) return fail('This quotation mark is never closed.', start, query.length)
  const inside = query.slice(start + 1, close)
  const isOpenEnded = query[close + 1] === '*'
  const end = close + (isOpenEnded ? 2 : 1)
  const words = inside.trimEnd().replace(/\*$/, '').trim()
  const star = words.indexOf('*')
  if (star !== -1) {
    const from = start + 1 + inside.indexOf('*')
    return fail('In a phrase, a star can stand only after the last word.', from, from + 1)
  }
  if (!/[^\s\p{Cc}]/u.test(words)) return fail('Write words between the quotation marks.', start, end)
  const isPrefix = isOpenEnded || inside.trimEnd().endsWith('*')
  return ok({ kind: 'words', words: plain(words), isPrefix, isQuoted: true, start, end })
}

function wordAt(query: string, start: number): SearchResult<Token> {
  let end = start
  while (end < query.length && !SPACE.test(query[end]!) && !'()"'.includes(query[end]!)) end++
  const word = query.slice(start, end)
  const operator = OPERATORS[word]
  if (operator !== undefined) return ok({ kind: operator, start, end })
  const near = NEAR.exec(word)
  if (near !== null) {
    const distance = Math.min(Number(near[1] ?? NEAR_WORDS), MOST_NEAR_WORDS)
    return ok({ kind: 'near', distance, start, end })
  }
  const field = FIELD.exec(word)
  if (field !== null) {
    const name = field[1]!.toLowerCase() === 'title' ? 'title' : 'text'
    return ok({ kind: 'field', field: name, start, end: start + field[0].length })
  }
  const star = word.indexOf('*')
  if (star === 0) return fail('A star stands after the beginning of a word, as in tax*.', start, start + 1)
  if (star !== -1 && star < word.length - 1) {
    return fail('A star can stand only at the end of a word, as in tax*.', start + star, start + star + 1)
  }
  const words = star === -1 ? word : word.slice(0, -1)
  return ok({ kind: 'words', words, isPrefix: star !== -1, isQuoted: false, start, end })
}

const plain = (words: string): string => words.replace(/[\s\p{Cc}]+/gu, ' ')
