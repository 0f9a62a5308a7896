import { OUTSIDE } from '../../../../shared/domain/conll'
import { unescapeName } from '../../../../shared/domain/escaped-names'

/** `B-LOC`; L and E end a span, U and S are one alone, M goes on. See https://en.wikipedia.org/wiki/Inside–outside–beginning_(tagging) */
const TAG = /^([BILUESM])-(.+)$/

export const isTag = (word: string): boolean => word === OUTSIDE || TAG.test(word)

export interface Tagged {
  readonly tag: string
  readonly line: number
  /** Whether a sentence begins here. */
  readonly isFirst: boolean
}

/** Tokens, by their numbers, half open. */
export interface TagSpan {
  readonly first: number
  readonly end: number
  readonly label: string
}

export interface TagSpans {
  readonly spans: readonly TagSpan[]
  /** Lines of tags that go on with what did not begin; each began a span. */
  readonly repaired: readonly { readonly line: number; readonly tag: string }[]
}

/** The spans that tags mean, in whichever of the usual schemes they are: IOB1, IOB2, BIOES, BILOU. */
export function spansOfTags(tokens: readonly Tagged[]): TagSpans {
  const mayBegin = beginsWithInside(tokens)
  const spans: { first: number; end: number; label: string }[] = []
  const repaired: { line: number; tag: string }[] = []
  let open: { first: number; end: number; label: string } | null = null
  tokens.forEach(({ tag, line, isFirst }, n) => {
    if (isFirst) open = null
    const found = TAG.exec(tag)
    if (found === null) {
      open = null
      return
    }
    const [, sign, label] = found
    const goesOn = open !== null && open.label === label && /[ILEM]/.test(sign!)
    if (goesOn) open!.end = n + 1
    else {
      if (/[ILEM]/.test(sign!) && !(sign === 'I' && mayBegin)) repaired.push({ line, tag })
      open = { first: n, end: n + 1, label: label! }
      spans.push(open)
    }
    if (/[LEUS]/.test(sign!)) open = null
  })
  return { spans: spans.map((span) => ({ ...span, label: unescapeName(span.label) })), repaired }
}

/** In IOB1 a span begins with I, and with B only where it follows one of its kind. */
function beginsWithInside(tokens: readonly Tagged[]): boolean {
  let begun = 0
  let before = OUTSIDE
  for (const { tag, isFirst } of tokens) {
    const follows = !isFirst && before !== OUTSIDE && before.slice(2) === tag.slice(2)
    if (tag.startsWith('B-') && !follows) return false
    if (/^[LEUSM]-/.test(tag)) return false
    if (tag.startsWith('I-') && !follows) begun++
    before = tag
  }
  return begun > 0
}
