import type { Part } from '../../../shared/domain/text/offsets'

/** More of a very long span than any clamp shows is never put on the screen. UTF-16 code units. */
const LONGEST_SHOWN = 1200

/** The words of a span for the eye: its parts joined by “ … ”, cut where nobody would read on. */
export function shownWords(text: string, parts: readonly Part[], longest = LONGEST_SHOWN): string {
  let shown = ''
  for (const [start, end] of parts) {
    if (shown !== '') shown += ' … '
    const room = longest - shown.length
    if (end - start > room) return `${shown}${text.slice(start, start + wholeUnits(text, start, room))}…`
    shown += text.slice(start, end)
  }
  return shown
}

/** A length that does not end between the halves of a surrogate pair. */
function wholeUnits(text: string, start: number, length: number): number {
  const last = text.charCodeAt(start + length - 1)
  return Math.max(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length)
}
