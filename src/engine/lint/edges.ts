import type { Span } from '../../shared/domain/annotations/annotations'
import { type Part, splitsSurrogatePair } from '../../shared/domain/text/offsets'
import { countWhere } from '../../shared/domain/text/sorted'
import { clusterStart } from '../../shared/domain/text/text-units'
import type { Token } from '../export/tokens/token'
import { tokensOf } from '../export/tokens/tokens'
import { quotedSpan } from '../store/wording'
import { aboutSpan, type Finding } from './finding'
import { sameParts, withoutMarks, withoutSpace } from './trim'

/** Scripts that set no spaces between words: where one ends there is the dictionary's opinion. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** Says of places in a text which token they cut; the text is taken apart when that is first asked. */
export function tokenCutter(text: string): (at: number) => Token | null {
  let tokens: Token[] | null = null
  return (at) => {
    tokens ??= tokensOf(text)
    const found = tokens
    const token = found[countWhere(found.length, (n) => found[n]!.end <= at)]
    return token !== undefined && token.start < at ? token : null
  }
}

/** What is wrong with where a span begins and ends. */
export function edgeFindings(text: string, span: Span, cutAt: ReturnType<typeof tokenCutter>): Finding[] {
  // most spans have nothing to say
  const words = () => quotedSpan(span)
  const bare = withoutSpace(text, span.parts)
  const trimmed = bare && withoutMarks(text, bare)
  if (bare === null || trimmed === null) {
    const what = span.parts.length === 1 ? 'No words are marked' : 'A part has no words'
    return [aboutSpan('empty', span, `${what}: ${words()}. Delete it, or mark what is meant.`)]
  }
  const findings: Finding[] = []
  if (!sameParts(bare, span.parts)) {
    findings.push(aboutSpan('untrimmed', span, `${words()} has white space at an edge.`, true))
  }
  if (!sameParts(trimmed, bare)) {
    const better = quotedSpan({
      parts: trimmed,
      words: trimmed.map(([start, end]) => text.slice(start, end)).join(' '),
    })
    findings.push(aboutSpan('edge_marks', span, `${words()} would be ${better}.`, true))
  }
  const edges = bare.flat()
  if (edges.some((at) => splitsCharacter(text, at))) {
    findings.push(aboutSpan('split_character', span, `${words()} begins or ends inside a character. Move its edge.`))
  } else {
    const cut = cutWord(text, bare, cutAt)
    if (cut !== null) findings.push(aboutSpan('misaligned', span, `${words()} cuts the word “${cut}”.`))
  }
  return findings
}

function splitsCharacter(text: string, at: number): boolean {
  if (isPlainBreak(text, at)) return false
  return splitsSurrogatePair(text, at) || clusterStart(text, at) !== at
}

/** The first word that an edge stands inside of. */
function cutWord(text: string, parts: readonly Part[], cutAt: ReturnType<typeof tokenCutter>): string | null {
  for (const at of parts.flat()) {
    if (isPlainBreak(text, at)) continue
    const token = cutAt(at)
    if (token === null) continue
    const cut = text.slice(token.start, token.end)
    if (!UNSPACED.test(cut)) return cut
  }
  return null
}

const isBreak = (unit: number): boolean => unit === 0x20 || unit === 0x0a
/** Below the combining marks. */
const isLow = (unit: number): boolean => unit < 0x300

/** Whether it is plain without a segmenter that characters and words end here: at most edges it is. */
function isPlainBreak(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return true
  const [before, after] = [text.charCodeAt(at - 1), text.charCodeAt(at)]
  return isLow(after) && isLow(before) && (isBreak(before) || isBreak(after))
}
