import { z } from 'zod'
import { DaySchema } from '../domain/days'
import { LONGEST_QUERY } from '../domain/search/search-query'
import { ArticleFilterSchema, SeedSchema, SortSchema } from './article-filter'
import { ChangeSetSchema } from './changes'
import { ArticleId, Nothing, Uid } from './common-params'
import type { MethodTable } from './methods'

const count = z.number().int()
const Query = z.string().max(LONGEST_QUERY)

/** `[start, end)` in UTF-16 code units of what it stands beside. */
const MarkSchema = z.tuple([count, count]).readonly()
export type Mark = z.infer<typeof MarkSchema>

export const SnippetSchema = z.object({
  articleId: count,
  /** The hits in the title. */
  titleMarks: z.array(MarkSchema),
  /** A line of the text around its first good hits; empty if the text has none. */
  words: z.string(),
  marks: z.array(MarkSchema),
  /** How many hits the text has. */
  hits: count,
})
export type Snippet = z.infer<typeof SnippetSchema>

/** A list: what it holds, and in which order. */
export const ListSchema = z.object({
  filter: ArticleFilterSchema,
  sort: SortSchema.default('imported'),
  seed: SeedSchema.default(0),
})
export type List = z.infer<typeof ListSchema>

export const SavedSearchSchema = z.object({
  uid: z.string(),
  name: z.string(),
  list: ListSchema,
  /** How many articles it finds now; null: its words are no query any more. */
  articles: count.nullable(),
})
export type SavedSearch = z.infer<typeof SavedSearchSchema>

const Name = z.string().trim().min(1).max(80)
const named = z.object({ name: z.string(), articles: count })

/** What can be filtered by, with how many articles of the list as a whole have it; the commonest first. */
export const FacetsSchema = z.object({
  labels: z.array(z.object({ labelId: z.string(), articles: count })),
  withoutSpeaker: count,
  withoutDate: count,
  firstDay: DaySchema.nullable(),
  lastDay: DaySchema.nullable(),
  undated: count,
  batches: z.array(z.object({ uid: z.string(), startedAt: z.string(), name: z.string(), articles: count })),
  /** An empty name: not known. */
  languages: z.array(named),
  tags: z.array(named),
  extras: z.array(z.object({ key: z.string(), articles: count })),
  annotators: z.array(named),
  noted: count,
})
export type Facets = z.infer<typeof FacetsSchema>

/** Words, filters and the list as a place to come back to. */
export const SEARCH_METHODS = {
  /** What to show of these articles for a query; one that is not there is left out. */
  'search.snippets': {
    params: z.object({ text: Query, articleIds: z.array(ArticleId).max(100) }),
    reply: z.array(SnippetSchema),
  },
  /** Where a query's words stand in the text of an article. */
  'search.places': {
    params: z.object({ text: Query, articleId: ArticleId }),
    reply: z.array(MarkSchema),
  },
  'search.facets': { params: Nothing, reply: FacetsSchema },
  /** The values of a key of metadata, the commonest first. */
  'search.extraValues': { params: z.object({ key: z.string().max(1000) }), reply: z.array(named) },
  'search.count': { params: z.object({ filter: ArticleFilterSchema }), reply: z.object({ articles: count }) },
  'savedSearch.list': { params: Nothing, reply: z.array(SavedSearchSchema) },
  /** A search of that name is replaced. */
  'savedSearch.save': { params: z.object({ name: Name, list: ListSchema }), reply: ChangeSetSchema },
  'savedSearch.rename': { params: z.object({ uid: Uid, name: Name }), reply: ChangeSetSchema },
  'savedSearch.remove': { params: z.object({ uid: Uid }), reply: ChangeSetSchema },
  /** Where the annotator left off; null: nowhere yet. */
  'reading.place': {
    params: Nothing,
    reply: z.object({ articleId: count, list: ListSchema, at: z.string() }).nullable(),
  },
  'reading.leave': { params: z.object({ articleId: ArticleId, list: ListSchema }), reply: z.null() },
} as const satisfies MethodTable
