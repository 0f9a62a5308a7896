import { z } from 'zod'

/** How an article's date became known, the more trustworthy first. */
export const DATE_FOUND = [
  'user',
  'front_matter',
  'html_meta',
  'json_ld',
  'html_time',
  'column',
  'header_line',
  'file_name',
  'folder_name',
  'document',
] as const
export const DateFoundSchema = z.enum(DATE_FOUND)
export type DateFound = z.infer<typeof DateFoundSchema>

/** How its language did: said by the file, worked out from its words, or set by hand. */
export const LANG_FOUND = ['declared', 'detected', 'user'] as const
export const LangFoundSchema = z.enum(LANG_FOUND)
export type LangFound = z.infer<typeof LangFoundSchema>

/** A field that a file has beside those that Dictum knows, as it was typed there. */
export const ExtraValueSchema = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])
export type ExtraValue = z.infer<typeof ExtraValueSchema>

/** Of an article's metadata, what a hand can change beside its title and date. */
export const ArticleMetaSchema = z.object({
  dateFound: DateFoundSchema.nullable(),
  /** BCP 47 */
  lang: z.string().nullable(),
  langFound: LangFoundSchema.nullable(),
  /** In the order of their code units. */
  tags: z.array(z.string()),
})
export type ArticleMeta = z.infer<typeof ArticleMetaSchema>
