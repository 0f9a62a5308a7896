import { DaySchema } from '../../shared/domain/articles'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const ISO = /^(\d{4})([-/.]?)(\d{2})\2(\d{2})(?!\d)/
/** `Tue, 23 Dec 2025 10:00:00 +0200`, as mail and feeds have it. */
const MAIL = /^(?:[a-z]{3,9},? +)?(\d{1,2})[ -]([a-z]{3})[a-z]*\.?[ -](\d{4})(?!\d)/i

/**
 * The day of a date that a file declares, as its writer saw it: of a time with an offset, the day there. Null where the
 * day could be two, as in 04/05/2025.
 */
export function declaredDay(text: string): string | null {
  const written = text.trim()
  const iso = ISO.exec(written)
  if (iso !== null) return realDay(`${iso[1]}-${iso[3]}-${iso[4]}`)
  const mail = MAIL.exec(written)
  const month = mail === null ? -1 : MONTHS.indexOf(mail[2]!.toLowerCase())
  if (mail === null || month < 0) return null
  return realDay(`${mail[3]}-${String(month + 1).padStart(2, '0')}-${mail[1]!.padStart(2, '0')}`)
}

const realDay = (day: string): string | null => (DaySchema.safeParse(day).success ? day : null)
