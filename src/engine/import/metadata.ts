import type { DateFound, ExtraValue, LangFound } from '../../shared/domain/corpus/found-metadata'

/** What one source says of an article: its file's front matter, a header line, a file name… */
export interface FoundMetadata {
  readonly title: string | null
  /** `YYYY-MM-DD` */
  readonly publishedOn: string | null
  /** Null exactly where the date is. */
  readonly dateFound: DateFound | null
  /** BCP 47, as in `ro` or `pt-BR`. */
  readonly lang: string | null
  /** Null exactly where the language is. */
  readonly langFound: LangFound | null
  readonly url: string | null
  readonly tags: readonly string[]
  /** Whatever else it says, in its order. */
  readonly extra: Readonly<Record<string, ExtraValue>>
}

export const NOTHING_FOUND: FoundMetadata = {
  title: null,
  publishedOn: null,
  dateFound: null,
  lang: null,
  langFound: null,
  url: null,
  tags: [],
  extra: {},
}

/** One source's word, with nothing for what it does not say. */
export const found = (said: Partial<FoundMetadata>): FoundMetadata => ({ ...NOTHING_FOUND, ...said })

/**
 * Puts sources together, the one most trusted first: each thing is as the first says that says it, tags are those of all,
 * and of extra fields with one name the first stays.
 */
export function inOrderOfTrust(sources: readonly FoundMetadata[]): FoundMetadata {
  const dated = sources.find(({ publishedOn }) => publishedOn !== null)
  const spoken = sources.find(({ lang }) => lang !== null)
  return {
    title: sources.find(({ title }) => title !== null)?.title ?? null,
    publishedOn: dated?.publishedOn ?? null,
    dateFound: dated?.dateFound ?? null,
    lang: spoken?.lang ?? null,
    langFound: spoken?.langFound ?? null,
    url: sources.find(({ url }) => url !== null)?.url ?? null,
    tags: [...new Set(sources.flatMap(({ tags }) => tags))],
    extra: mergeExtra(sources),
  }
}

function mergeExtra(sources: readonly FoundMetadata[]): Record<string, ExtraValue> {
  // no prototype: a field may be called anything
  const merged: Record<string, ExtraValue> = Object.create(null)
  for (const { extra } of sources) {
    for (const [key, value] of Object.entries(extra)) if (!(key in merged)) merged[key] = value
  }
  return merged
}
