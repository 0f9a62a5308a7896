import type { AttributeValues } from '../../../shared/domain/annotations/annotations'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const SEASONS: Record<string, string> = { SP: 'spring', SU: 'summer', FA: 'autumn', AU: 'autumn', WI: 'winter' }
const DAY_PARTS: Record<string, string> = {
  MO: 'morning',
  MI: 'midday',
  AF: 'afternoon',
  EV: 'evening',
  NI: 'night',
  DT: 'daytime',
}
const REFERENCES: Record<string, string> = { PRESENT_REF: 'now', PAST_REF: 'the past', FUTURE_REF: 'the future' }

/** TIMEX3 `mod` as the words before a time. */
const MODIFIERS: Record<string, string> = {
  BEFORE: 'before',
  AFTER: 'after',
  ON_OR_BEFORE: 'by',
  ON_OR_AFTER: 'from',
  LESS_THAN: 'under',
  MORE_THAN: 'over',
  START: 'early',
  MID: 'mid',
  END: 'late',
  APPROX: 'about',
}

interface Day {
  readonly year: number
  readonly month: string
  readonly day: number
}

function parseDay(day: string): Day | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day)
  const month = match === null ? undefined : MONTHS[Number(match[2]) - 1]
  return match === null || month === undefined ? null : { year: Number(match[1]), month, day: Number(match[3]) }
}

/** A calendar day (`2025-11-14`) as “14 Nov 2025”; anything else comes back as it is. */
export function dayText(day: string): string {
  const parsed = parseDay(day)
  return parsed === null ? day : `${parsed.day} ${parsed.month} ${parsed.year}`
}

/** Two inclusive calendar days as one phrase: “20–21 Dec 2025”, “28 Dec 2025 – 3 Jan 2026”. */
export function dayRangeText(begin: string, end: string): string {
  const from = parseDay(begin)
  const to = parseDay(end)
  if (begin === end || from === null || to === null) return begin === end ? dayText(begin) : `${begin} – ${end}`
  if (from.year !== to.year) return `${dayText(begin)} – ${dayText(end)}`
  if (from.month !== to.month) return `${from.day} ${from.month} – ${dayText(end)}`
  return `${from.day}–${dayText(end)}`
}

const UNITS: Record<string, string> = { Y: 'year', M: 'month', W: 'week', D: 'day' }
const CLOCK_UNITS: Record<string, string> = { H: 'hour', M: 'minute', S: 'second' }

function durationText(value: string): string | null {
  const match = /^P([\dX.]+[YMWD])*(?:T((?:[\dX.]+[HMS])+))?$/.exec(value)
  if (match === null) return null
  const [days = '', clock = ''] = value.slice(1).split('T')
  const words = (text: string, units: Record<string, string>) =>
    [...text.matchAll(/([\dX.]+)([A-Z])/g)].map(([, count, unit]) => {
      const name = units[unit!] ?? unit!
      return `${/^X+$/.test(count!) ? 'some' : count} ${name}${count === '1' ? '' : 's'}`
    })
  const all = [...words(days, UNITS), ...words(clock, CLOCK_UNITS)]
  return all.length === 0 ? null : all.join(' ')
}

function clockText(date: string, time: string): string {
  const part = DAY_PARTS[time]
  if (part !== undefined) return `${valueText(date)}, ${part}`
  return `${valueText(date)}, ${/^\d\d$/.test(time) ? `${time}:00` : time}`
}

/** A TIMEX3 value in words: `2026-SP` → “spring 2026”, `P3D` → “3 days”. What it does not know comes back as it is. */
export function valueText(value: string): string {
  const [date = '', time] = value.startsWith('P') ? [value] : value.split('T')
  if (time !== undefined) return clockText(date, time)
  if (REFERENCES[value] !== undefined) return REFERENCES[value]
  const weekday = /^XXXX-WXX-([1-7])$/.exec(value)
  if (weekday !== null) return `every ${WEEKDAYS[Number(weekday[1]) - 1]}`
  const [, year, rest] = /^(\d{4})-(.+)$/.exec(value) ?? []
  if (year !== undefined && rest !== undefined) {
    const season = SEASONS[rest]
    // a winter carries the year it starts in, and goes on into the next
    if (rest === 'WI') return `winter ${year}–${String((Number(year) + 1) % 100).padStart(2, '0')}`
    if (season !== undefined) return `${season} ${year}`
    if (/^\d\d$/.test(rest)) return `${MONTHS[Number(rest) - 1] ?? rest} ${year}`
    if (/^\d\d-\d\d$/.test(rest)) return dayText(value)
    if (/^Q[1-4]$/.test(rest)) return `${rest} ${year}`
    if (/^H[12]$/.test(rest)) return `${rest === 'H1' ? 'first' : 'second'} half of ${year}`
    const week = /^W(\d\d)(-WE)?$/.exec(rest)
    if (week !== null) return `${week[2] === undefined ? '' : 'weekend of '}week ${Number(week[1])}, ${year}`
  }
  if (/^\d{3}$/.test(value)) return `${value}0s`
  if (/^\d{2}$/.test(value)) return `${value}00s`
  return durationText(value) ?? value
}

function withModifier(text: string, mod: unknown): string {
  const word = typeof mod === 'string' ? MODIFIERS[mod] : undefined
  if (word === undefined) return text
  return word === 'mid' ? `mid-${text}` : `${word} ${text}`
}

/**
 * When a date span is, in words, from its attributes `value`, `begin`, `end` and `mod`; null while none says it. The
 * days stand in where there is no value.
 */
export function whenText(attributes: AttributeValues): string | null {
  const { value, begin, end, mod } = attributes
  if (typeof value === 'string' && value.trim() !== '') return withModifier(valueText(value.trim()), mod)
  const first = typeof begin === 'string' && begin !== '' ? begin : null
  const last = typeof end === 'string' && end !== '' ? end : null
  if (first !== null && last !== null) return withModifier(dayRangeText(first, last), mod)
  if (first !== null) return withModifier(`from ${dayText(first)}`, mod)
  return last === null ? null : withModifier(`until ${dayText(last)}`, mod)
}
