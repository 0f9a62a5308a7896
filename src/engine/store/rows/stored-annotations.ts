import { z } from 'zod'
import { RelationSchema, SpanSchema } from '../../../shared/domain/annotations/annotations'

// Row numbers are valid inside one file only, so what the history keeps names everything by uid.
export const StoredSpanSchema = SpanSchema.omit({ articleId: true }).extend({ articleUid: z.string() })
export const StoredRelationSchema = RelationSchema.omit({ articleId: true })
export type StoredSpan = z.infer<typeof StoredSpanSchema>
export type StoredRelation = z.infer<typeof StoredRelationSchema>
