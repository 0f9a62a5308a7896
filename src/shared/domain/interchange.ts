/** The formats of annotated texts that are read; the names are those of the command line. */
export const ANNOTATED_FORMATS = [
  'dictum',
  'prodigy',
  'doccano',
  'label-studio',
  'brat',
  'conll',
  'w3c',
  'webanno-tsv',
  'cas-json',
  'xmi',
] as const
export type AnnotatedFormat = (typeof ANNOTATED_FORMATS)[number]

/** The formats of other tools in which an object, mostly `meta`, holds what they have no place for: the facts of an article. */
export type FormatWithFacts = 'prodigy' | 'doccano' | 'label-studio' | 'w3c'

/** By what such an object says that it is one of ours. */
export const factsSchema = (format: FormatWithFacts): string => `dictum-${format}/1`

/** The formats that are written. */
export const EXPORT_FORMATS = [...ANNOTATED_FORMATS, 'hf', 'csv'] as const
export type ExportFormatName = (typeof EXPORT_FORMATS)[number]

/** What an export may have to leave out because its format has no place for it. Each is counted, never dropped in silence. */
export const LOSSES = [
  /** Spans that lie over another one, where a format is flat. */
  'overlapping',
  /** Spans of several parts. */
  'discontinuous',
  /** Spans that begin or end within a token, where a format is made of tokens. */
  'misaligned',
  'relations',
  /** Values of attributes, of spans and of relations. */
  'attributes',
  /** Of spans and of articles. */
  'notes',
  'entities',
  /** Values of document fields. */
  'fields',
  /** Whose work spans and relations are. */
  'annotators',
  /** How spans came to be, but for those that were imported. */
  'origins',
  /** What is known of articles beside their texts: each title, date, language, URL, source, status, tag and column of a file. */
  'metadata',
  /** Articles in which nothing is marked, where a format has a place for spans only. */
  'articles',
] as const
export type Loss = (typeof LOSSES)[number]
export type Losses = Readonly<Record<Loss, number>>

/** One of them, and several, for people. */
export const LOSS_WORDS: Readonly<Record<Loss, readonly [one: string, many: string]>> = {
  overlapping: ['overlapping span', 'overlapping spans'],
  discontinuous: ['span in several parts', 'spans in several parts'],
  misaligned: ['span that begins or ends within a word', 'spans that begin or end within a word'],
  relations: ['relation', 'relations'],
  attributes: ['attribute', 'attributes'],
  notes: ['note', 'notes'],
  entities: ['entity', 'entities'],
  fields: ['field', 'fields'],
  annotators: ['annotator of a span or relation', 'annotators of spans and relations'],
  origins: ['origin of a span', 'origins of spans'],
  metadata: ['fact about an article', 'facts about articles'],
  articles: ['article without a span', 'articles without a span'],
}
