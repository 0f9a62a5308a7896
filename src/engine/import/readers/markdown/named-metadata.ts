import type { DateFound, ExtraValue } from '../../../../shared/domain/corpus/found-metadata'
import { canonicalLanguage } from '../../../../shared/domain/corpus/language-tags'
import { dayOf } from '../../day-of'
import { shortened } from '../../header'
import { type FoundMetadata, found } from '../../metadata'

/** What keys are called, in English and Romanian; the first of each that holds something is taken. */
const NAMES = {
  title: ['title', 'headline', 'titlu'],
  date: ['date', 'published_on', 'published', 'publish_date', 'pubdate', 'date_published', 'created', 'data'],
  lang: ['lang', 'language', 'locale', 'limba'],
  url: ['url', 'link', 'canonical', 'canonical_url', 'source_url', 'permalink', 'adresa'],
  tags: ['tags', 'tag', 'categories', 'category', 'keywords', 'etichete'],
} as const

const DEEPEST = 8
const MOST_FIELDS = 200

type Values = ReadonlyMap<unknown, unknown>

/** Named values as metadata: those that Dictum knows by their names, and all others as extra fields, `a.b` inside `a`. */
export function namedMetadata(values: Values, dateFound: DateFound): FoundMetadata {
  const extra = new Map<string, ExtraValue>()
  flatten(values, '', 0, extra)
  const take = <T>(names: readonly string[], read: (value: ExtraValue) => T | null): T | null => {
    for (const [key, value] of extra) {
      if (!names.includes(key.toLowerCase().replace(/[\s-]+/g, '_'))) continue
      const taken = read(value)
      if (taken === null) continue
      extra.delete(key)
      return taken
    }
    return null
  }
  const title = take(NAMES.title, (value) => (Array.isArray(value) ? null : String(value).trim() || null))
  const publishedOn = take(NAMES.date, (value) => dayOf(String(value)))
  const lang = take(NAMES.lang, (value) => canonicalLanguage(String(value)))
  const url = take(NAMES.url, (value) => (isWebAddress(value) ? value : null))
  const tags = take(NAMES.tags, tagsIn) ?? []
  return found({
    title: title === null ? null : shortened(title),
    publishedOn,
    dateFound: publishedOn === null ? null : dateFound,
    lang,
    langFound: lang === null ? null : 'declared',
    url,
    tags,
    extra: Object.fromEntries(extra),
  })
}

const isWebAddress = (value: ExtraValue): value is string =>
  typeof value === 'string' && /^https?:\/\//i.test(value) && URL.canParse(value)

function tagsIn(value: ExtraValue): string[] | null {
  const tags = (Array.isArray(value) ? value : String(value).split(','))
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '')
  return tags.length === 0 ? null : [...new Set(tags)]
}

function flatten(values: Values, prefix: string, depth: number, into: Map<string, ExtraValue>): void {
  for (const [name, value] of values) {
    if (into.size >= MOST_FIELDS) return
    const key = prefix + String(name)
    if (value instanceof Map) {
      if (depth < DEEPEST) flatten(value, `${key}.`, depth + 1, into)
    } else if (Array.isArray(value)) {
      const items = value.filter((item) => item !== null && item !== undefined)
      into.set(
        key,
        items.map((item) => (item instanceof Map ? JSON.stringify(Object.fromEntries(item)) : String(item))),
      )
    } else if (typeof value === 'string' || typeof value === 'boolean') into.set(key, value)
    else if (typeof value === 'number') into.set(key, Number.isFinite(value) ? value : String(value))
    else if (typeof value === 'bigint') into.set(key, String(value))
  }
}
