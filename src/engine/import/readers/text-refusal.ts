import { firstControl, withoutDosEnd } from '../controls'
import type { ImportFailureCode } from '../failure'
import type { Cell } from './rows'

export interface TextRefusal {
  readonly code: ImportFailureCode
  readonly message: string
}

/** Of characters, or of none: to look for those is slow. */
const HALVES = /[\ud800-\udfff]/

export const noText = (column: string): TextRefusal => ({
  code: 'no_text',
  message: `There is no text in “${column}”.`,
})

/** Why what stands in a field cannot be an article’s text; null if it can. */
export function refusalOf(raw: Cell | undefined, column: string): TextRefusal | null {
  if (raw !== undefined && typeof raw !== 'string') {
    return { code: 'no_text', message: `What stands in “${column}” is no text.` }
  }
  const text = raw === undefined ? '' : withoutDosEnd(raw)
  if (raw === undefined || text.trim() === '') return noText(column)
  const control = firstControl(text)
  if (control !== null) return { code: 'binary', message: `“${column}” holds ${control.name}, which no text has.` }
  if (HALVES.test(raw) && /\p{Surrogate}/u.test(raw))
    return { code: 'undecodable', message: `“${column}” holds half a character.` }
  return null
}
