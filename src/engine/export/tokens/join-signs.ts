import type { Token } from './token'

/** Puts together, from the token at `first` on, initials with their full stops, and full stops and dashes in a row. */
export function joinSigns(text: string, tokens: Token[], first: number): void {
  let kept = first
  for (let at = first; at < tokens.length; ) {
    const { start } = tokens[at]!
    let last = at
    while (isInitial(text, tokens[last]) && isStop(text, tokens[last + 1])) last += 2
    const initials = last - at
    // `U.S` has its last letter too; one letter and a full stop may be the end of a sentence
    if (initials >= 4 || (initials === 2 && isInitial(text, tokens[last]))) {
      if (!isInitial(text, tokens[last])) last--
    } else {
      last = at
      while (isRun(text, tokens[last]!, tokens[last + 1])) last++
    }
    tokens[kept++] = { start, end: tokens[last]!.end }
    at = last + 1
  }
  tokens.length = kept
}

const LETTER = /^\p{L}\p{M}*$/u
const isInitial = (text: string, token: Token | undefined): boolean =>
  token !== undefined && LETTER.test(text.slice(token.start, token.end))
const isStop = (text: string, token: Token | undefined): boolean => token !== undefined && isSign(text, token, '.')
const isSign = (text: string, { start, end }: Token, sign: string): boolean => end - start === 1 && text[start] === sign
const isRun = (text: string, token: Token, next: Token | undefined): boolean => {
  const sign = text[token.start]!
  return (sign === '.' || sign === '-') && isSign(text, token, sign) && next !== undefined && isSign(text, next, sign)
}
