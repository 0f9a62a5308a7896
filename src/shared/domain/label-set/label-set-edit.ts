import { z } from 'zod'
import { HUES, LabelSetSchema } from './label-set'

const Id = z.string().min(1).max(80)

/** One value of the attribute that a label is split by, and the label that its spans get. */
export const SplitTargetSchema = z.object({
  /** An option's id, or yes/no. */
  value: z.union([z.string(), z.boolean()]),
  name: z.string().trim().min(1).max(80),
  title: z.string().max(80).default(''),
  hue: z.enum(HUES).optional(),
  key: z
    .string()
    .regex(/^\p{Ll}$/u)
    .nullable()
    .default(null),
})
export type SplitTarget = z.infer<typeof SplitTargetSchema>

/** What may be done to a label set in one step that can be undone. */
export const LabelSetEditSchema = z.discriminatedUnion('kind', [
  /**
   * The whole set as it is to be: rename, reorder, recolour, add, take away. Whatever keeps its id stays itself; what
   * is not there any more goes, and the annotations with it.
   */
  z.object({ kind: z.literal('replace'), labelSet: LabelSetSchema }),
  /** The spans of these labels get the label `into`; its attributes and ends of relations join theirs. */
  z.object({ kind: z.literal('merge'), labelIds: z.array(Id).min(1), into: Id }),
  /**
   * Each value of a choice or yes/no attribute becomes a label of its own. Without targets: every value, named after
   * it. Spans without the value stay with the old label, which goes if none do and `keep` is false.
   */
  z.object({
    kind: z.literal('split'),
    labelId: Id,
    attributeId: Id,
    targets: z.array(SplitTargetSchema).max(100).optional(),
    keep: z.boolean().default(true),
  }),
])
export type LabelSetEdit = z.infer<typeof LabelSetEditSchema>
