import { type DocOffset, docOffset } from './offsets'
import { type ParagraphIndex, paragraphAt } from './paragraphs'

const sentences = new Intl.Segmenter('und', { granularity: 'sentence' })

/**
 * Where a caret goes by paragraph: forward to the start of the next one that holds words, back to the start of its own
 * or, from there, of the one before. At the last and the first it goes to the end and the beginning of the text.
 */
export function paragraphStep(index: ParagraphIndex, from: DocOffset, direction: -1 | 1): DocOffset {
  const { lines, starts } = index
  const here = paragraphAt(starts, from)
  for (let at = direction > 0 || starts[here] === from ? here + direction : here; lines[at] !== undefined; ) {
    if (lines[at]!.trim() !== '') return starts[at]!
    at += direction
  }
  return direction < 0 ? docOffset(0) : endOf(index)
}

/** The same by sentence. A sentence ends with its paragraph at the latest. */
export function sentenceStep(index: ParagraphIndex, from: DocOffset, direction: -1 | 1): DocOffset {
  const { lines, starts } = index
  const here = paragraphAt(starts, from)
  const line = lines[here]!
  const inLine = from - starts[here]!
  if (direction > 0) {
    const sentence = sentenceOver(line, inLine)
    const next = sentence === undefined ? line.length : sentence.index + sentence.segment.length
    return next < line.length ? docOffset(starts[here]! + next) : paragraphStep(index, from, 1)
  }
  if (inLine > 0) return docOffset(starts[here]! + (sentenceOver(line, inLine - 1)?.index ?? 0))
  const before = paragraphStep(index, from, -1)
  const last = lines[paragraphAt(starts, before)]!
  return before === from ? from : docOffset(before + (sentenceOver(last, last.length - 1)?.index ?? 0))
}

const sentenceOver = (line: string, at: number): Intl.SegmentData | undefined => sentences.segment(line).containing(at)

const endOf = ({ lines, starts }: ParagraphIndex): DocOffset => docOffset(starts.at(-1)! + lines.at(-1)!.length)
