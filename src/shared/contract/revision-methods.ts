import { z } from 'zod'
import { PartSchema } from '../domain/text/offsets'
import { ChangeSetSchema } from './changes'
import { ArticleId, Nothing, Uid } from './common-params'
import { JobStartedSchema } from './jobs'
import type { MethodTable } from './methods'

/** Words, and some of what stands around them. */
const InContext = { left: z.string(), words: z.string(), right: z.string() }

/** A span of an earlier revision that has no certain place in the present one. */
export const SpanToPlaceSchema = z.object({
  uid: Uid,
  labelId: z.string(),
  ...InContext,
  /** Where it may be meant, the likeliest first. */
  places: z.array(z.object({ parts: z.array(PartSchema).min(1), ...InContext })),
})
export type SpanToPlace = z.infer<typeof SpanToPlaceSchema>

export const RevisionsSchema = z.object({
  /** The revision that stands in this one's place; null: it is the present one itself. */
  presentId: ArticleId.nullable(),
  /** The last one first. */
  earlier: z.array(z.object({ articleId: ArticleId, title: z.string(), importedAt: z.string() })),
  toPlace: z.array(SpanToPlaceSchema),
})
export type Revisions = z.infer<typeof RevisionsSchema>

/** Articles whose files have changed since they were imported. No path is named: the project knows them. */
export const REVISION_METHODS = {
  'revisions.ofArticle': { params: z.object({ articleId: ArticleId }), reply: RevisionsSchema },
  /** Moves a span that an earlier revision has kept to a place in the present one. */
  'revision.place': {
    params: z.object({ uid: Uid, parts: z.array(PartSchema).min(1).max(100) }),
    reply: ChangeSetSchema,
  },
  /** Looks which of the project's files have changed or are gone. */
  'revisions.find': { params: Nothing, reply: JobStartedSchema },
  /** Imports files that have changed as new revisions: those of some articles, or those that a batch has found. */
  'revisions.import': {
    params: z.union([z.object({ articleIds: z.array(ArticleId).min(1) }).strict(), z.object({ batch: Uid }).strict()]),
    reply: JobStartedSchema,
  },
} as const satisfies MethodTable
