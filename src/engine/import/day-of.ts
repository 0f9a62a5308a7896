import { DaySchema } from '../../shared/domain/days'

const MONTHS: readonly (readonly string[])[] = [
  ['january', 'jan', 'ianuarie', 'ian'],
  ['february', 'feb', 'februarie'],
  ['march', 'mar', 'martie'],
  ['april', 'apr', 'aprilie'],
  ['may', 'mai'],
  ['june', 'jun', 'iunie', 'iun'],
  ['july', 'jul', 'iulie', 'iul'],
  ['august', 'aug'],
  ['september', 'sep', 'sept', 'septembrie'],
  ['october', 'oct', 'octombrie'],
  ['november', 'nov', 'noiembrie', 'noi'],
  ['december', 'dec', 'decembrie'],
]
const MONTH_OF = new Map(MONTHS.flatMap((names, n) => names.map((name) => [name, n + 1] as const)))

const TIME = String.raw`(?:(?:[T ,]|, )\s*\d{1,2}:\d{2}.*|T.*)?`
const WEEKDAY = String.raw`(?:\p{L}{2,10}[.,]?\s+)?`
const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/
const TOGETHER = /^(\d{4})(\d{2})(\d{2})(?:T.*)?$/
const YEAR_LAST = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})${TIME}$`)
const DAY_MONTH = new RegExp(
  String.raw`^${WEEKDAY}(\d{1,2})(?:st|nd|rd|th|\.)?[ -](\p{L}{3,10})\.?,?[ -](\d{4})${TIME}$`,
  'u',
)
const MONTH_DAY = new RegExp(String.raw`^${WEEKDAY}(\p{L}{3,10})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})${TIME}$`, 'u')
/** Seconds, or milliseconds, since 1970, of the years 2001 to 2100. */
const SINCE_1970 = /^[1-4]\d{9}(\d{3})?$/

/**
 * The day that a date says, as `YYYY-MM-DD`, in the time zone that it is written in; null where it could be read in two
 * ways, or is none. A day with dots, `3.5.2025`, has the day first; with strokes it may have either.
 */
export function dayOf(said: string | number): string | null {
  const text = String(said).trim()
  if (SINCE_1970.test(text)) {
    const ms = Number(text) * (text.length === 10 ? 1000 : 1)
    return new Date(ms).toISOString().slice(0, 10)
  }
  const together = TOGETHER.exec(text)
  if (together) return day(together[1], together[2], together[3])
  const yearFirst = YEAR_FIRST.exec(text)
  if (yearFirst) return day(yearFirst[1], yearFirst[3], yearFirst[4])
  const dayMonth = DAY_MONTH.exec(text)
  if (dayMonth) return day(dayMonth[3], month(dayMonth[2]), dayMonth[1])
  const monthDay = MONTH_DAY.exec(text)
  if (monthDay) return day(monthDay[3], month(monthDay[1]), monthDay[2])
  const yearLast = YEAR_LAST.exec(text)
  return yearLast ? yearLastDay(yearLast) : null
}

function yearLastDay([, first, mark, second, year]: RegExpExecArray): string | null {
  if (mark === '.' || first === second) return day(year, second, first)
  const dayFirst = day(year, second, first)
  const monthFirst = day(year, first, second)
  return dayFirst !== null && monthFirst !== null ? null : (dayFirst ?? monthFirst)
}

const month = (name: string | undefined): string | undefined => MONTH_OF.get((name ?? '').toLowerCase())?.toString()

function day(year: string | undefined, month: string | undefined, dayOfMonth: string | undefined): string | null {
  if (year === undefined || month === undefined || dayOfMonth === undefined) return null
  const date = `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`
  return /^(1[5-9]|20)/.test(year) && DaySchema.safeParse(date).success ? date : null
}
