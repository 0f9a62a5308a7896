/** What the linked data of a page says of its article. */
export interface LinkedData {
  readonly headline: string | null
  readonly date: string | null
  readonly language: string | null
  readonly url: string | null
  readonly authors: readonly string[]
  readonly publisher: string | null
  readonly keywords: readonly string[]
  readonly section: string | null
}

type Thing = Readonly<Record<string, unknown>>

const ARTICLE =
  /^(?:(?:News|Analysis\w*|Opinion\w*|Reportage\w*|Review\w*|Scholarly|Tech|Report|Satirical)?Article|BlogPosting|LiveBlogPosting|Report|SocialMediaPosting)$/
const MOST_THINGS = 1000

/** The article in the `application/ld+json` scripts of a page; null if none of them has one. */
export function readLinkedData(scripts: readonly string[]): LinkedData | null {
  const article = scripts.flatMap(thingsIn).find((thing) => typesOf(thing).some((type) => ARTICLE.test(type)))
  if (article === undefined) return null
  return {
    headline: text(article.headline) ?? text(article.name),
    date: text(article.datePublished) ?? text(article.dateCreated),
    language: text(article.inLanguage),
    url: text(article.url) ?? text(article.mainEntityOfPage) ?? text(record(article.mainEntityOfPage)?.['@id']),
    authors: namesIn(article.author),
    publisher: namesIn(article.publisher)[0] ?? null,
    keywords: listed(article.keywords),
    section: listed(article.articleSection)[0] ?? null,
  }
}

/** The things of a script, those of a graph too: breadth first and bounded, whatever is in it. */
function thingsIn(script: string): Thing[] {
  let parsed: unknown
  try {
    // some sites wrap it in a comment
    parsed = JSON.parse(script.replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/)|(?:-->|\/\*\s*\]\]>\s*\*\/)\s*$/g, ''))
  } catch {
    return []
  }
  const queue: unknown[] = [parsed]
  const found: Thing[] = []
  for (let at = 0; at < queue.length && at < MOST_THINGS; at++) {
    const one = queue[at]
    if (Array.isArray(one)) queue.push(...one.slice(0, MOST_THINGS))
    const thing = record(one)
    if (thing === null) continue
    found.push(thing)
    queue.push(thing['@graph'], thing.mainEntity)
  }
  return found
}

const record = (value: unknown): Thing | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Thing) : null

const text = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null)

const typesOf = (thing: Thing): string[] => [thing['@type']].flat().filter((type) => typeof type === 'string')

const namesIn = (value: unknown): string[] =>
  [value].flat().flatMap((one) => text(one) ?? text(record(one)?.name) ?? [])

const listed = (value: unknown): string[] =>
  typeof value === 'string'
    ? value.split(',').flatMap((one) => text(one) ?? [])
    : [value].flat().flatMap((one) => text(one) ?? [])
