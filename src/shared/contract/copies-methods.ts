import { z } from 'zod'
import { StatusSchema } from '../domain/corpus/articles'
import { DaySchema } from '../domain/days'
import { ArticleId, Nothing } from './common-params'
import { JobStartedSchema } from './jobs'
import type { MethodTable } from './methods'

export const CopySchema = z.object({
  articleId: ArticleId,
  uid: z.string(),
  title: z.string(),
  publishedOn: DaySchema.nullable(),
  status: StatusSchema,
  source: z.string(),
  /** From 0 to 1: the runs of three words that both have, of all that either has. */
  similarity: z.number().min(0).max(1),
  /** Whether not a character differs: the same text, in another file. */
  sameText: z.boolean(),
})
export type Copy = z.infer<typeof CopySchema>

export const CopyGroupSchema = z.object({
  articles: z.array(CopySchema.pick({ articleId: true, uid: true, title: true, source: true })),
})
export type CopyGroup = z.infer<typeof CopyGroupSchema>

/** A piece of one text beside another; `left-out` stands for a long stretch that both have. */
export const DiffPieceSchema = z.object({
  kind: z.enum(['same', 'added', 'removed', 'left-out']),
  text: z.string(),
})
export type DiffPiece = z.infer<typeof DiffPieceSchema>

/** Articles that are nearly the same: syndicated copies with small edits. */
export const COPIES_METHODS = {
  /** Looks at what is new; with `all`, at everything once more. */
  'copies.find': { params: z.object({ all: z.boolean().default(false) }), reply: JobStartedSchema },
  'copies.ofArticle': {
    params: z.object({ articleId: ArticleId }),
    reply: z.object({ copies: z.array(CopySchema), more: z.number().int() }),
  },
  'copies.groups': { params: Nothing, reply: z.object({ groups: z.array(CopyGroupSchema) }) },
  /** What the text of `toId` has that `fromId` has not, and the other way round; null: too much to tell. */
  'articles.compare': {
    params: z.object({ fromId: ArticleId, toId: ArticleId }),
    reply: z.object({ pieces: z.array(DiffPieceSchema).nullable() }),
  },
  /** Suggests the spans of an article in its copies. */
  'suggest.copies': { params: z.object({ articleId: ArticleId }), reply: JobStartedSchema },
  /** The article with this uid, or of this source. */
  'article.named': {
    params: z.object({ name: z.string().min(1) }),
    reply: z.object({ articleId: ArticleId }).nullable(),
  },
} as const satisfies MethodTable
