import { dayText } from './when-text'

const two = (number: number): string => String(number).padStart(2, '0')

/** A moment (ISO 8601) as the calendar day it falls on here, `YYYY-MM-DD`. */
export function localDay(moment: string): string {
  const date = new Date(moment)
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** A moment (ISO 8601) as the time of day here: “14:02”. */
export function clockTime(moment: string): string {
  const date = new Date(moment)
  return `${two(date.getHours())}:${two(date.getMinutes())}`
}

/** A moment (ISO 8601) in words: “14 Nov 2025, 14:02”. */
export const momentText = (moment: string): string => `${dayText(localDay(moment))}, ${clockTime(moment)}`
