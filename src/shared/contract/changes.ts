import { z } from 'zod'
import { AttributeValuesSchema, RelationSchema, SpanSchema } from '../domain/annotations/annotations'
import { EntitySchema } from '../domain/annotations/entities'
import { SuggestionSchema } from '../domain/annotations/suggestions'
import { ArticleRowSchema } from '../domain/corpus/articles'
import { ArticleMetaSchema } from '../domain/corpus/found-metadata'
import { LabelSetSchema } from '../domain/label-set/label-set'
import { Uid } from './common-params'
import { UndoStateSchema } from './project'

/**
 * What one gesture, undo or redo changed: enough for a window to follow without asking again, unless `articleId` is null.
 * Then it was about several articles, no rows are named, and a window asks again for what it shows.
 */
export const ChangeSetSchema = z.object({
  eventId: z.number().int(),
  kind: z.string(),
  articleId: z.number().int().nullable(),
  spans: z.array(SpanSchema),
  removedSpans: z.array(Uid),
  relations: z.array(RelationSchema),
  removedRelations: z.array(Uid),
  /** Suggestions that wait to be judged, and those that do so no more. */
  suggestions: z.array(SuggestionSchema),
  removedSuggestions: z.array(Uid),
  /** The row of the article after the change. */
  article: ArticleRowSchema.nullable(),
  /** The note on the article after the change. */
  articleNote: z.string().nullable(),
  /** How its date became known, its language and its tags after the change. */
  articleMeta: ArticleMetaSchema.nullable(),
  /** The article's document fields after the change. */
  articleFields: AttributeValuesSchema.nullable(),
  /** The label set after the change, where it touched that. */
  labelSet: LabelSetSchema.nullable(),
  /** Entities that were made or changed, and those that are gone. */
  entities: z.array(EntitySchema),
  removedEntities: z.array(Uid),
  /** Whether it was about the searches that are kept; then about nothing else. */
  savedSearches: z.boolean(),
  /** Something the user should hear of beside what was asked for. */
  note: z.string().nullable(),
  undo: UndoStateSchema,
})
export type ChangeSet = z.infer<typeof ChangeSetSchema>

export const HistoryEntrySchema = z.object({
  eventId: z.number().int(),
  at: z.string(),
  author: z.string(),
  kind: z.string(),
  articleId: z.number().int().nullable(),
  summary: z.string(),
  /** The event that this one takes back or does again. */
  undoes: z.number().int().nullable(),
  redoes: z.number().int().nullable(),
})
export type HistoryEntry = z.infer<typeof HistoryEntrySchema>

const count = z.number().int()

/** What restoring a state of an article would change. */
export const RestorePreviewSchema = z.object({
  eventId: count,
  spans: z.object({ back: count, removed: count, changed: count }),
  links: z.object({ back: count, removed: count }),
  /** What of the article itself would change. */
  fields: z.array(z.string()),
  /** A sentence for each thing that today's label set does not allow any more. */
  leftOut: z.array(z.string()),
})
export type RestorePreview = z.infer<typeof RestorePreviewSchema>
