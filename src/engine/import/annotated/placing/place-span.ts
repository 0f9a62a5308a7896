import { hash } from 'node:crypto'
import { wordsOf } from '../../../../shared/domain/annotations/annotations'
import { docOffset, type Part } from '../../../../shared/domain/text/offsets'
import { joinParts } from '../../../../shared/domain/text/span-parts'
import type { FoundSpan } from '../found-text'
import { inOrder, matchOf } from './choose-reading'
import { findShift, findWords } from './find-words'
import type { OffsetReading } from './offset-readings'
import { type Refusal, refusalOfPart, refusalOfWritten, shown } from './span-troubles'

/** Where a span stands in the stored text, and what was repaired; or why nowhere. */
export type Placing =
  | { readonly parts: readonly Part[]; readonly repairs: readonly Refusal[] }
  | { readonly refusal: Refusal }

/** Finds the place of a span, whose words must stand there. */
export function placeSpan(span: FoundSpan, reading: OffsetReading, stored: string): Placing {
  if (span.label.trim() === '') return { refusal: { code: 'no_label', message: 'It has no label.' } }
  if (span.parts.length === 0) return placeByWords(span, reading, stored)
  const repairs: Refusal[] = []
  const refused = span.parts.map((part) => refusalOfPart(part, reading, stored))
  const kept = span.parts.filter((_, n) => refused[n] === null)
  const first = refused.find((refusal) => refusal !== null) ?? null
  const areOnlyBlank = refused.every((refusal) => refusal === null || refusal.code === 'blank_span')
  if (first !== null && (!areOnlyBlank || kept.length === 0)) return { refusal: refusalOfWritten(span) ?? first }
  if (first !== null) {
    repairs.push({ code: 'blank_part', message: 'One of its parts holds only white space and was left out.' })
  }
  const ordered = inOrder(kept).map(([start, end]) => storedPart(start, end, reading))
  if (span.wordsSha256 !== undefined && hash('sha256', wordsOf(stored, ordered)) !== span.wordsSha256) {
    const message = 'Other words stand there than those that its file has the hash of.'
    return { refusal: { code: 'words_differ', message } }
  }
  const stands = span.words === null || matchOf(kept, span.words, reading, stored) !== 'none'
  const isWhole = stands || (first !== null && matchOf(span.parts, span.words!, reading, stored) !== 'none')
  const parts = isWhole ? ordered : movedParts(span.words!, ordered, reading, stored, kept)
  if (parts === null) return { refusal: differing(span.words!, ordered, stored) }
  if (!isWhole) repairs.push(moved(parts, reading))
  let joined: Part[] = []
  for (const part of parts) joined = joinParts(joined, part)
  if (joined.length < parts.length) {
    repairs.push({ code: 'parts_joined', message: 'Parts that overlap or touch were made one.' })
  }
  return { parts: joined, repairs }
}

const storedPart = (start: number, end: number, reading: OffsetReading): Part => [
  docOffset(reading.toStored(start)!),
  docOffset(reading.toStored(end)!),
]

/** A file that says only what the words are. */
function placeByWords({ words }: FoundSpan, reading: OffsetReading, stored: string): Placing {
  const part = words === null ? null : findWords(stored, words, null)
  if (part !== null) return { parts: [part], repairs: [moved([part], reading)] }
  const message = 'Nothing says where it stands, and its words do not stand in just one place.'
  return { refusal: { code: 'words_differ', message } }
}

function movedParts(
  words: string,
  ordered: readonly Part[],
  reading: OffsetReading,
  stored: string,
  raw: FoundSpan['parts'],
): readonly Part[] | null {
  if (ordered.length === 1) {
    const part = findWords(stored, words, ordered[0]![0])
    return part === null ? null : [part]
  }
  const shifted = (by: number) => raw.map(([start, end]) => [start + by, end + by] as const)
  const by = findShift((distance) => matchOf(shifted(distance), words, reading, stored) === 'exact')
  if (by === null) return null
  return inOrder(shifted(by)).map(([start, end]) => storedPart(start, end, reading))
}

function differing(words: string, ordered: readonly Part[], stored: string): Refusal {
  const message = `There stands “${shown(wordsOf(stored, ordered))}” instead of “${shown(words)}”, which is not found in one place near it.`
  return { code: 'words_differ', message }
}

function moved(parts: readonly Part[], reading: OffsetReading): Refusal {
  const at = parts.map(([start, end]) => `${reading.fromStored(start)}–${reading.fromStored(end)}`).join(', ')
  return { code: 'moved', message: `Its words stand at ${at}; it was put there.` }
}
