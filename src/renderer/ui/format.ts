interface Progress {
  readonly done: number
  readonly total: number | null
  readonly unit?: string | undefined
}

/** A count with thousands separators: `1,284`. */
export const formatCount = (count: number): string => count.toLocaleString('en')

/** A count and its noun: `1 article`, `1,284 articles`. */
export const countOf = (count: number, singular: string, plural = `${singular}s`): string =>
  `${formatCount(count)} ${count === 1 ? singular : plural}`

/** How far something has come: `12`, `12 of 1,284`, `12 of 1,284 MB`. */
export function formatProgress({ done, total, unit }: Progress): string {
  const far = total === null ? formatCount(done) : `${formatCount(done)} of ${formatCount(total)}`
  return unit === undefined ? far : `${far} ${unit}`
}

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })

/** A calendar day for the eye: `2025-11-14` becomes `14 Nov 2025`. */
export function formatDay(day: string): string {
  // the parts, not the whole: British English writes “Sept” where the tool writes “Sep”
  const parts = DAY.formatToParts(new Date(`${day}T00:00:00Z`))
  return parts.map((part) => (part.type === 'month' ? part.value.slice(0, 3) : part.value)).join('')
}

const LANGUAGES = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' })

/** The English name of a language tag, or the tag itself where it is none. */
export function languageName(tag: string): string {
  try {
    return LANGUAGES.of(tag) ?? tag
  } catch {
    return tag
  }
}
