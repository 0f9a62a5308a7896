import { z } from 'zod'
import { AttributeValuesSchema, RelationSchema, SpanSchema } from '../domain/annotations/annotations'
import { SuggestionSchema } from '../domain/annotations/suggestions'
import { ArticleDetailSchema, ArticleRowSchema, STATUSES, StatusSchema } from '../domain/corpus/articles'
import { DaySchema } from '../domain/days'
import { ArticleFilterSchema, SeedSchema, SortSchema } from './article-filter'
import { ChangeSetSchema } from './changes'
import { ArticleId } from './common-params'
import type { MethodTable } from './methods'

const count = z.number().int()

/** How many articles of the project's list there are of each kind, whatever the filter. */
const CountsSchema = z.object({
  counts: z.record(z.enum(STATUSES), count),
  flagged: count,
  /** Articles with suggestions that wait to be judged. */
  suggested: count,
  /** Articles that have copies. */
  copied: count,
  total: count,
  /** Articles set to done since local midnight. */
  doneToday: count,
})
export type ArticleCounts = z.infer<typeof CountsSchema>

const TagsSchema = z.array(z.string().trim().min(1).max(200)).max(1000)

/** The list of articles, and one of them. */
export const ARTICLE_METHODS = {
  /**
   * The ids of the articles that pass a filter, in order, and how many there are of each status in the project. Refused
   * as bad_request where the words are no query.
   */
  'articles.query': {
    params: z.object({
      filter: ArticleFilterSchema,
      sort: SortSchema.default('imported'),
      seed: SeedSchema.default(0),
    }),
    reply: CountsSchema.extend({
      /** Crosses processes as its bytes: an array of 200,000 numbers takes ten times as long. */
      articleIds: z.instanceof(Int32Array),
    }),
  },
  /** Whether one article passes a filter, and the counts: what is left to ask after a gesture where a list is long. */
  'articles.recheck': {
    params: z.object({ filter: ArticleFilterSchema, articleId: ArticleId }),
    reply: CountsSchema.extend({ passes: z.boolean() }),
  },
  'articles.rows': {
    params: z.object({ articleIds: z.array(ArticleId).max(500) }),
    reply: z.array(ArticleRowSchema),
  },
  'article.open': {
    params: z.object({ articleId: ArticleId }),
    reply: z.object({
      article: ArticleDetailSchema,
      spans: z.array(SpanSchema),
      relations: z.array(RelationSchema),
      /** Those that wait to be judged. */
      suggestions: z.array(SuggestionSchema),
    }),
  },
  'article.update': {
    params: z.object({
      articleId: ArticleId,
      patch: z
        .object({
          status: StatusSchema,
          flagged: z.boolean(),
          note: z.string().max(100_000),
          title: z.string().trim().min(1).max(1000),
          publishedOn: DaySchema.nullable(),
          /** BCP 47 */
          lang: z.string().max(60).nullable(),
          /** Some to add, and some to take away, of those that it has by then. */
          tags: z.object({ add: TagsSchema, remove: TagsSchema }).partial(),
          /** Document fields, merged by key; a null takes the value away. */
          fields: z.record(z.string(), AttributeValuesSchema.valueType.nullable()),
        })
        .partial(),
    }),
    reply: ChangeSetSchema,
  },
} as const satisfies MethodTable
