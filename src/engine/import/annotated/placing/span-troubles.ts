import { UNIT_NAMES } from '../../../../shared/domain/text/offset-units'
import type { FoundSpan, RawOffset } from '../found-text'
import type { OffsetReading } from './offset-readings'

/** Why a span is not taken. */
export interface Refusal {
  readonly code: string
  readonly message: string
}

const SHOWN = 60

/** `Taxes will fall`, shortened where it is long. */
export const shown = (words: string): string => {
  const line = words.replace(/\s+/g, ' ')
  return line.length <= SHOWN ? line : `${Array.from(line).slice(0, SHOWN).join('')}…`
}

/** `CLAIM “Taxes will fall” at 3–18` */
export function nameOf({ label, words, parts }: Pick<FoundSpan, 'label' | 'words' | 'parts'>): string {
  const quoted = words === null || words === '' ? '' : ` “${shown(words)}”`
  const areNumbers = parts.every((part) => part.every(Number.isFinite))
  const at = areNumbers ? parts.map(([start, end]) => `${start}–${end}`).join(', ') : ''
  return `${label}${quoted}${at === '' ? '' : ` at ${at}`}`
}

/** Why offsets that are no numbers are none; null for numbers. */
export function refusalOfWritten({
  parts,
  offsetsWritten,
}: Pick<FoundSpan, 'parts' | 'offsetsWritten'>): Refusal | null {
  if (parts.every((part) => part.every(Number.isFinite))) return null
  const what = offsetsWritten === undefined ? 'One of its offsets is no number' : `Its offsets are ${offsetsWritten}`
  return { code: 'offset_no_number', message: `${what}. Offsets are two whole numbers, as in 3 and 18.` }
}

/** Why offsets lead to no part of the text; null if they do. */
export function refusalOfPart(
  [start, end]: readonly [RawOffset, RawOffset],
  reading: OffsetReading,
  stored: string,
): Refusal | null {
  const unit = UNIT_NAMES[reading.unit]
  for (const offset of [start, end]) {
    if (!Number.isInteger(offset))
      return { code: 'offset_no_number', message: `“${offset}” is no whole number, so it is no offset.` }
    if (offset < 0) return { code: 'offset_negative', message: `${offset} lies before the text.` }
  }
  if (start > end) return { code: 'offset_reversed', message: 'It ends before it begins.' }
  if (end > reading.length) {
    return { code: 'offset_past_end', message: `It ends at ${end}, but the text has ${reading.length} ${unit}.` }
  }
  const from = reading.toStored(start)
  const to = reading.toStored(end)
  if (from === null || to === null) {
    const within = from === null ? start : end
    return { code: 'offset_in_character', message: `${within} (${unit}) lies inside a character.` }
  }
  if (from >= to) return { code: 'empty_span', message: 'There is nothing between its beginning and its end.' }
  return stored.slice(from, to).trim() === '' ? { code: 'blank_span', message: 'It holds only white space.' } : null
}
