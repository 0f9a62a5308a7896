import { PART_JOINT, type Span } from '../../shared/domain/annotations/annotations'
import { findLabel, type LabelSet } from '../../shared/domain/label-set/label-set'
import { titleOf } from '../../shared/domain/label-set/label-set-words'

export { titleOf }

/** The title of a label, or its id where the set has no such label. */
export function labelTitle(labelSet: LabelSet, labelId: string): string {
  const label = findLabel(labelSet, labelId)
  return label ? titleOf(label) : labelId
}

const QUOTED_CODE_POINTS = 40

/** Words as a menu or a message quotes them: on one line, cut after 40 characters. */
export function quoted(words: string): string {
  const characters = Array.from(words.replace(/\s+/gu, ' ').trim())
  if (characters.length <= QUOTED_CODE_POINTS) return `“${characters.join('')}”`
  return `“${characters.slice(0, QUOTED_CODE_POINTS).join('').trimEnd()}…”`
}

/** A span's words as a menu or a message quotes them; between its parts stands “ … ”. */
export function quotedSpan({ parts, words }: Pick<Span, 'parts' | 'words'>): string {
  let at = 0
  const pieces = parts.map(([start, end]) => {
    const piece = words.slice(at, at + end - start)
    at += end - start + PART_JOINT.length
    return piece
  })
  return quoted(pieces.join(' … '))
}

/** “1 link”, “2 links”. */
export const countOf = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`
