import { docOffset, type Part } from '../../../src/shared/domain/text/offsets'

/** The text without its signs: `[` and `]` around each part, `|` at the caret. */
export function readParts(marked: string): { text: string; parts: Part[]; caret: number } {
  let text = ''
  let caret = 0
  const edges: number[] = []
  for (const letter of marked) {
    if (letter === '|') caret = text.length
    else if (letter === '[' || letter === ']') edges.push(text.length)
    else text += letter
  }
  const parts = edges.flatMap((edge, at) => (at % 2 ? [[docOffset(edges[at - 1]!), docOffset(edge)] as const] : []))
  return { text, parts, caret }
}
