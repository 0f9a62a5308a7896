import type { Warning } from '../warning'
import { findMojibake } from './mojibake'

/** Below it a person should look at the text. */
export const LEAST_SURE = 0.6

const NONE: readonly Warning[] = []

/** What to know about a text whose encoding was guessed, or that was decoded wrongly before it came here. */
export function encodingWarnings(text: string, encoding: string, confidence: number): readonly Warning[] {
  const mojibake = findMojibake(text)
  if (mojibake === null && confidence >= LEAST_SURE) return NONE
  const warnings: Warning[] = []
  if (confidence < LEAST_SURE) {
    const message =
      `The encoding is a guess: ${encoding}, ${Math.round(confidence * 100)}% sure. If letters are wrong, choose ` +
      'another one before the import; one that is done can be taken back.'
    warnings.push({ code: 'encoding_unsure', message })
  }
  if (mojibake !== null) {
    const { reads, meant } = mojibake
    const message =
      `Letters were garbled before the import: “${reads}” stands where “${meant}” was meant (UTF-8 once read as ` +
      `${mojibake.encoding}). The text was imported as it is; repair the file, then import it again.`
    warnings.push({ code: 'mojibake', message })
  }
  return warnings
}
