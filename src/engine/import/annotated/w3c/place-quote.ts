import { docOffset, type Part } from '../../../../shared/domain/text/offsets'
import { reAnchorer } from '../../../../shared/domain/text/re-anchor'
import type { Quote } from './targets'

/** Where a quotation stands in a text (UTF-16): what stands around it must tell, where it stands more than once. */
export function placeQuote(text: string, { exact, prefix, suffix }: Quote): Part | null {
  const only = onlyPlace(text, prefix + exact + suffix)
  if (only !== null) return partAt(only + prefix.length, exact)
  const near = prefix + suffix === '' ? null : nearPlace(text, { exact, prefix, suffix })
  if (near !== null) return near
  const alone = onlyPlace(text, exact)
  return alone === null ? null : partAt(alone, exact)
}

/** Where surroundings are only nearly those that were quoted. */
function nearPlace(text: string, { exact, prefix, suffix }: Quote): Part | null {
  // a quotation that ends is no text that ends there
  const before = `\0${prefix}${exact}${suffix}\0`
  const anchoring = reAnchorer(before, text)([partAt(1 + prefix.length, exact)])
  return anchoring.kind === 'moved' ? anchoring.parts[0]! : null
}

const partAt = (start: number, words: string): Part => [docOffset(start), docOffset(start + words.length)]

function onlyPlace(text: string, words: string): number | null {
  const at = words === '' ? -1 : text.indexOf(words)
  return at < 0 || text.indexOf(words, at + 1) >= 0 ? null : at
}
