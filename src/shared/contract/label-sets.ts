import { z } from 'zod'
import { EntitySchema } from '../domain/annotations/entities'
import { LabelExampleSchema, LabelSetSchema } from '../domain/label-set/label-set'
import { LabelSetEditSchema } from '../domain/label-set/label-set-edit'

const count = z.number().int()

export const LABEL_SET_EFFECTS = [
  'spans_relabelled',
  'spans_joined',
  'spans_removed',
  'links_removed',
  'values_converted',
  'values_removed',
  'field_values_converted',
  'field_values_removed',
  'suggestions_rejected',
] as const

/** One thing that an edit does to what is annotated, with a few places where it does. */
export const LabelSetEffectSchema = z.object({
  code: z.enum(LABEL_SET_EFFECTS),
  /** A sentence: “12 spans marked Cue are deleted.” */
  message: z.string(),
  /** Spans, links, values or articles, as the code says. */
  count,
  /** Something of the annotators' work is gone after it; undo brings it back. */
  loses: z.boolean(),
  /** At most five, from different articles where there are. */
  examples: z.array(
    z.object({
      articleId: count,
      articleTitle: z.string(),
      /** Null where the article itself is meant. */
      spanUid: z.string().nullable(),
      words: z.string(),
    }),
  ),
})
export type LabelSetEffect = z.infer<typeof LabelSetEffectSchema>

/** What an edit would do, counted over the whole project. Nothing is changed by asking. */
export const LabelSetPreviewSchema = z.object({
  /** The set after the edit. */
  labelSet: LabelSetSchema,
  /** “merge Cue into Claim”: follows “Undo: ”. */
  summary: z.string(),
  /** What changes in the set itself, a phrase each: “rename label CLAIM to STATEMENT”. Empty: nothing. */
  changes: z.array(z.string()),
  /** What happens to annotations; those that lose something first. Empty: nothing is touched. */
  effects: z.array(LabelSetEffectSchema),
  /** Articles, spans, links and values that are touched in any way; a span once. */
  counts: z.object({
    articles: count,
    spans: count,
    spansRemoved: count,
    linksRemoved: count,
    valuesRemoved: count,
  }),
  /** True if `labelset.apply` wants `allowLoss`. */
  loses: z.boolean(),
})
export type LabelSetPreview = z.infer<typeof LabelSetPreviewSchema>

const countById = z.record(z.string(), count)

/** How much each part of the label set is used. What is not used is left out. */
export const LabelSetUsageSchema = z.object({
  labels: countById,
  relations: countById,
  /** Label id → attribute id → spans with a value. */
  attributes: z.record(z.string(), countById),
  /** Document field id → articles with a value. */
  fields: countById,
})
export type LabelSetUsage = z.infer<typeof LabelSetUsageSchema>

/** An example of a guideline, and where it stands now. */
export const ShownExampleSchema = LabelExampleSchema.extend({
  /** Null if the article, or the span in it, is not there any more. */
  articleId: count.nullable(),
  articleTitle: z.string().nullable(),
})
export type ShownExample = z.infer<typeof ShownExampleSchema>

/** A label set read from a file, fitted to the project's by id and by name. */
export const ReadLabelSetSchema = z.object({ edit: LabelSetEditSchema, preview: LabelSetPreviewSchema })
export type ReadLabelSet = z.infer<typeof ReadLabelSetSchema>

export const EntityRowSchema = EntitySchema.extend({
  /** Spans that mean it. */
  spans: count,
})
export type EntityRow = z.infer<typeof EntityRowSchema>
