import { joinSigns } from './join-signs'
import type { Token } from './token'

/*
 * Most of what is written in Latin and Cyrillic letters, without the segmenter, which is a hundred times slower. The
 * rules are those of UAX #29 as ICU has them; `tokens.test.ts` holds both against each other.
 */
const OTHER = 0
const SIGN = 1
const LETTER = 2
const DIGIT = 3
/** `_`: joins whatever is on its sides. */
const JOINER = 4
/** Between letters: no end of a word. */
const IN_WORD = 5
/** Between digits. */
const IN_NUMBER = 6
/** Between letters, and between digits. */
const IN_BOTH = 7

const CLASSES = new Uint8Array(0x530)
for (let code = 0x21; code < 0x7f; code++) CLASSES[code] = SIGN
for (let code = 0xa1; code < 0xc0; code++) if (code !== 0xad) CLASSES[code] = SIGN
for (let code = 0x41; code < CLASSES.length; code++) {
  if ((code < 0x250 || code >= 0x400) && /\p{L}/u.test(String.fromCharCode(code))) CLASSES[code] = LETTER
}
for (const sign of '×÷') CLASSES[sign.charCodeAt(0)] = SIGN
for (const digit of '0123456789') CLASSES[digit.charCodeAt(0)] = DIGIT
CLASSES[0x5f] = JOINER
CLASSES[0xb7] = IN_WORD
for (const sign of '.,;') CLASSES[sign.charCodeAt(0)] = IN_NUMBER
CLASSES[0x27] = IN_BOTH

function classOf(code: number): number {
  if (code < 0x530) return CLASSES[code]!
  // dashes, quotation marks, daggers, bullets, the ellipsis
  if (code < 0x2010 || code > 0x2026 || code === 0x2024) return OTHER
  return code === 0x2018 || code === 0x2019 ? IN_BOTH : SIGN
}

export const isSimple = (code: number): boolean => classOf(code) !== OTHER

const isWordClass = (one: number): boolean => one === LETTER || one === DIGIT || one === JOINER

/** The tokens of a stretch that has nothing but simple characters. */
export function simpleTokens(text: string, start: number, end: number, tokens: Token[]): void {
  const first = tokens.length
  let stops = 0
  for (let at = start; at < end; ) {
    const from = at
    let last = classOf(text.charCodeAt(at++))
    if (isWordClass(last)) {
      while (at < end) {
        const next = classOf(text.charCodeAt(at))
        if (isWordClass(next)) {
          last = next
          at++
          continue
        }
        const joins = next === IN_BOTH || (last === LETTER ? next === IN_WORD : next === IN_NUMBER)
        if (!joins || last === JOINER || at + 1 >= end || classOf(text.charCodeAt(at + 1)) !== last) break
        at += 2
      }
    } else if (text[from] === '.' || text[from] === '-') stops++
    tokens.push({ start: from, end: at })
  }
  if (stops > 0) joinSigns(text, tokens, first)
}
