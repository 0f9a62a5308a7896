import { z } from 'zod'
import { overMarks, wordsAfter, wordsBefore } from '../text/context-words'
import type { DocRange } from '../text/segmentation'
import { lineDirection } from '../text/text-direction'
import { clusterEnd, clusterStart } from '../text/text-units'

/** How much of the text stands at either side of a hit. */
export const ContextWidthSchema = z.object({
  unit: z.enum(['words', 'characters']),
  size: z.int().min(1).max(400),
})
export type ContextWidth = z.infer<typeof ContextWidthSchema>

/** A hit with what stands before and after it, in reading order; white space is one space, also where a line ends. */
export interface ConcordanceLine {
  readonly left: string
  readonly hit: string
  readonly right: string
  /** How the hit's line is read. */
  readonly direction: 'ltr' | 'rtl'
}

/** So much of a line decides how it is read. */
const LINE_START = 400

const flat = (words: string): string => words.replace(/\s+/gu, ' ')

export function concordanceLine(text: string, { start, end }: DocRange, width: ContextWidth): ConcordanceLine {
  return {
    left: flat(text.slice(leftEdge(text, start, width), start)),
    hit: flat(text.slice(start, end)),
    right: flat(text.slice(end, rightEdge(text, end, width))),
    direction: directionAt(text, start),
  }
}

function leftEdge(text: string, start: number, { unit, size }: ContextWidth): number {
  if (unit === 'characters') return charactersFrom(text, start, size, -1)
  const first = wordsBefore(text, start, size).at(-1)
  // where nothing but marks is left, they stand there too
  return overMarks(text, first?.start ?? skipSpace(text, start, -1), -1)
}

function rightEdge(text: string, end: number, { unit, size }: ContextWidth): number {
  if (unit === 'characters') return charactersFrom(text, end, size, 1)
  const last = wordsAfter(text, end, size).at(-1)
  return overMarks(text, last?.end ?? skipSpace(text, end, 1), 1)
}

function skipSpace(text: string, offset: number, direction: 1 | -1): number {
  const next = (at: number) => (direction === 1 ? at : at - 1)
  let at = offset
  while (next(at) >= 0 && next(at) < text.length && /\s/u.test(text[next(at)]!)) at += direction
  return at
}

/** One code unit is one character here. */
const PLAIN = /^[\x20-\x7e\u00a0-\u02ff\u0400-\u0481\u4e00-\u9fff\n]*$/

/** The place so many characters (grapheme clusters) before or after an offset. */
function charactersFrom(text: string, offset: number, count: number, direction: 1 | -1): number {
  const guess = Math.min(Math.max(offset + direction * count, 0), text.length)
  const [from, to] = direction === 1 ? [offset, guess] : [guess, offset]
  // a mark that follows would belong to the last letter
  if (PLAIN.test(text.slice(from, Math.min(to + 1, text.length)))) return guess
  let at = offset
  for (let passed = 0; passed < count && (direction === 1 ? at < text.length : at > 0); passed++) {
    at = direction === 1 ? clusterEnd(text, at + 1) : clusterStart(text, at - 1)
  }
  return at
}

function directionAt(text: string, offset: number): 'ltr' | 'rtl' {
  const lineStart = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1
  const lineFeed = text.indexOf('\n', lineStart)
  const lineEnd = Math.min(lineFeed < 0 ? text.length : lineFeed, lineStart + LINE_START)
  return lineDirection(text.slice(lineStart, lineEnd)) ?? 'ltr'
}
