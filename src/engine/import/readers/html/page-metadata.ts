import type { DateFound, ExtraValue } from '../../../../shared/domain/corpus/found-metadata'
import { canonicalLanguage } from '../../../../shared/domain/corpus/language-tags'
import { dayOf } from '../../day-of'
import { shortened } from '../../header'
import { type FoundMetadata, found } from '../../metadata'
import { readLinkedData } from './json-ld'
import type { PageVisitor } from './scan'

/** Names of meta elements, the most trustworthy first. */
const TITLES = ['og:title', 'twitter:title', 'dc.title', 'dcterms.title', 'citation_title']
const DATES = [
  'article:published_time',
  'og:published_time',
  'og:article:published_time',
  'datepublished',
  'citation_publication_date',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date',
  'dcterms.date',
  'parsely-pub-date',
  'sailthru.date',
  'publish-date',
  'publish_date',
  'pubdate',
  'date',
]
const AUTHORS = ['author', 'article:author', 'dc.creator', 'dcterms.creator', 'citation_author', 'parsely-author']
const LANGUAGES = ['content-language', 'og:locale', 'dc.language', 'language']

/** What a page says of its article in meta elements, linked data, times, and its root element. */
export function pageMetadata(page: MetadataReader, heading: string | null): FoundMetadata {
  const linked = readLinkedData(page.linkedData)
  const meta = (names: readonly string[]) => names.flatMap((name) => page.meta.get(name) ?? [])
  const title = meta(TITLES)[0] ?? linked?.headline ?? heading ?? page.title
  const lang = [page.lang, ...meta(LANGUAGES), linked?.language]
    .flatMap((one) => (typeof one === 'string' ? (canonicalLanguage(one) ?? []) : []))
    .at(0)
  const url = [page.canonical, ...meta(['og:url']), linked?.url].find((one) => isWebAddress(one))
  const extra: Record<string, ExtraValue> = {}
  const put = (key: string, values: readonly string[]) => {
    const each = [...new Set(values)]
    if (each.length > 0) extra[key] = each.length === 1 ? each[0]! : each
  }
  const authors = meta(AUTHORS).filter((name) => !isWebAddress(name))
  put('author', authors.length > 0 ? authors : (linked?.authors ?? []))
  put(
    'site',
    (meta(['og:site_name'])[0] ?? linked?.publisher ?? '') === ''
      ? []
      : [meta(['og:site_name'])[0] ?? linked!.publisher!],
  )
  put(
    'section',
    meta(['article:section'])
      .concat(linked?.section ?? [])
      .slice(0, 1),
  )
  const keywords = [...meta(['article:tag']), ...meta(['keywords', 'news_keywords']).flatMap((list) => list.split(','))]
  const named = (keywords.length > 0 ? keywords : (linked?.keywords ?? [])).map((one) => one.trim()).filter(Boolean)
  if (named.length > 0) extra.keywords = [...new Set(named)]
  put('description', meta(['og:description', 'description']).slice(0, 1))
  return found({
    title: title === null || title === undefined ? null : shortened(title),
    ...dateIn(meta(DATES), linked?.date ?? null, page.times),
    lang: lang ?? null,
    langFound: lang === undefined ? null : 'declared',
    url: url ?? null,
    extra,
  })
}

function dateIn(meta: readonly string[], linked: string | null, times: readonly string[]) {
  const sources: [DateFound, readonly string[]][] = [
    ['html_meta', meta],
    ['json_ld', linked === null ? [] : [linked]],
    ['html_time', times],
  ]
  for (const [dateFound, dates] of sources) {
    const publishedOn = dates.map(dayOf).find((day) => day !== null)
    if (publishedOn) return { publishedOn, dateFound }
  }
  return {}
}

const isWebAddress = (text: string | null | undefined): text is string =>
  typeof text === 'string' && /^https?:\/\//i.test(text) && URL.canParse(text)

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Collects what a page says of itself, wherever it stands. */
export class MetadataReader implements PageVisitor {
  readonly meta = new Map<string, string[]>()
  readonly linkedData: string[] = []
  /** Those that say that they are the article's date, before those that stand in it. */
  times: string[] = []
  title: string | null = null
  lang: string | null = null
  canonical: string | null = null
  readonly #isInside: (name: string) => boolean
  #inTitle = false
  #inLinkedData = false
  #collected = ''

  constructor(isInside: (name: string) => boolean) {
    this.#isInside = isInside
  }

  start(name: string, attribute: (name: string) => string | null): void {
    if (name === 'meta') this.#readMeta(attribute)
    else if (name === 'html') this.lang ??= attribute('lang') ?? attribute('xml:lang')
    else if (name === 'link' && /(^|\s)canonical(\s|$)/i.test(attribute('rel') ?? '')) {
      this.canonical ??= attribute('href')?.trim() ?? null
    } else if (name === 'time') this.#readTime(attribute)
    this.#collected = ''
    this.#inTitle = name === 'title' && this.title === null && !this.#isInside('svg')
    this.#inLinkedData = name === 'script' && attribute('type')?.trim().toLowerCase() === 'application/ld+json'
  }

  end(): void {
    if (this.#inTitle) this.title = oneLine(this.#collected) || null
    if (this.#inLinkedData) this.linkedData.push(this.#collected)
    this.#inTitle = false
    this.#inLinkedData = false
  }

  characters(text: string): void {
    if (this.#inTitle || this.#inLinkedData) this.#collected += text
  }

  #readMeta(attribute: (name: string) => string | null): void {
    const content = oneLine(attribute('content') ?? '')
    if (content === '') return
    const names = ['property', 'name', 'itemprop', 'http-equiv'].flatMap((kind) => attribute(kind) ?? [])
    for (const name of names) {
      const key = name.trim().toLowerCase()
      this.meta.set(key, [...(this.meta.get(key) ?? []), content])
    }
  }

  #readTime(attribute: (name: string) => string | null): void {
    const day = attribute('datetime')
    if (day === null) return
    const isOfArticle = attribute('pubdate') !== null || attribute('itemprop')?.toLowerCase() === 'datepublished'
    if (isOfArticle) this.times.unshift(day)
    else if (this.#isInside('article') || this.#isInside('main')) this.times.push(day)
  }
}
