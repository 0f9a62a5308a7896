import { PART_JOINT } from '../../../shared/domain/annotations/annotations'
import type { OffsetUnit } from '../../../shared/domain/text/offset-units'

type Place = readonly [start: number, end: number]

const HALVES = /[\ud800-\udfff]/

/**
 * Cuts words out of one text as a reader would that counts in the unit, and by no index: the mistakes of a conversion would pass
 * its own check.
 */
export function cutterOf(text: string, unit: OffsetUnit): (parts: readonly Place[]) => string {
  const cut = cutOne(text, unit)
  return (parts) => (parts.length === 1 ? cut(parts[0]!) : parts.map(cut).join(PART_JOINT))
}

function cutOne(text: string, unit: OffsetUnit): (place: Place) => string {
  if (unit === 'utf8') {
    const bytes = Buffer.from(text, 'utf8')
    return ([start, end]) => bytes.toString('utf8', start, end)
  }
  if (unit === 'utf16' || !HALVES.test(text)) return ([start, end]) => text.slice(start, end)
  const places = placesOfCharacters(text)
  return ([start, end]) => text.slice(places[start], places[end])
}

/** Where each character begins, in UTF-16 code units, and where the last one ends. */
function placesOfCharacters(text: string): Int32Array {
  const places = new Int32Array(text.length + 1)
  let count = 0
  for (let at = 0; at < text.length; at += text.codePointAt(at)! > 0xffff ? 2 : 1) places[count++] = at
  places[count] = text.length
  return places.subarray(0, count + 1)
}
