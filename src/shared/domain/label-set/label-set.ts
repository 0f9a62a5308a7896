import { z } from 'zod'

/**
 * The hues a label may have. Each is a tint, a line and an ink whose contrast is checked in both themes
 * (`renderer/ui/palette.css`), so that no choice of a user can make the text unreadable.
 */
export const HUES = [
  'amber',
  'teal',
  'violet',
  'blue',
  'rose',
  'green',
  'orange',
  'slate',
  'cyan',
  'magenta',
  'lime',
  'brown',
] as const
export type Hue = (typeof HUES)[number]

/** What the suggesters and the claim cards look labels up by; names and keys are the user's. */
export const LABEL_ROLES = ['claim', 'speaker', 'date', 'cue', 'exclude'] as const
export const RELATION_ROLES = ['said_by', 'via', 'said_on', 'about_time', 'coref', 'supports', 'contradicts'] as const
export type LabelRole = (typeof LABEL_ROLES)[number]
export type RelationRole = (typeof RELATION_ROLES)[number]

const Id = z.string().min(1).max(80)
const Name = z.string().trim().min(1).max(80)
/** Markdown, for people who annotate: shown beside the text on demand. Data, never executed. */
const Guidelines = z.string().max(100_000).default('')

/** A span that shows what a guideline means. Its words outlive it. */
export const LabelExampleSchema = z.object({
  articleUid: z.string().min(1).max(64),
  spanUid: z.string().min(1).max(64),
  words: z.string().max(10_000),
})
export type LabelExample = z.infer<typeof LabelExampleSchema>

export const ATTRIBUTE_TYPES = ['choice', 'choices', 'text', 'number', 'date', 'boolean', 'entity'] as const
export type AttributeType = (typeof ATTRIBUTE_TYPES)[number]

/** Ids are stable and stored with the annotations; names are what exports write and users rename. */
export const AttributeSchema = z.object({
  id: Id,
  name: Name,
  title: z.string().max(80),
  type: z.enum(ATTRIBUTE_TYPES),
  options: z.array(z.object({ id: Id, name: Name })).default([]),
  description: z.string().max(4000).default(''),
  guidelines: Guidelines,
})
export type Attribute = z.infer<typeof AttributeSchema>

export const SpanLabelSchema = z.object({
  id: Id,
  name: Name,
  title: z.string().max(80),
  role: z.enum(LABEL_ROLES).nullable(),
  hue: z.enum(HUES),
  /** One lower-case letter, or null: labels can always be reached by digit, in order. */
  key: z
    .string()
    .regex(/^\p{Ll}$/u)
    .nullable(),
  enabled: z.boolean(),
  description: z.string().max(4000).default(''),
  guidelines: Guidelines,
  examples: z.array(LabelExampleSchema).max(200).default([]),
  attributes: z.array(AttributeSchema).default([]),
})
export type SpanLabel = z.infer<typeof SpanLabelSchema>

export const RelationTypeSchema = z.object({
  id: Id,
  name: Name,
  title: z.string().max(80),
  role: z.enum(RELATION_ROLES).nullable(),
  /** Label ids that may stand at either end. */
  from: z.array(Id).min(1),
  to: z.array(Id).min(1),
  /** How many relations of this type may leave one span; null: any number. */
  maxPerSource: z.number().int().positive().nullable(),
  acyclic: z.boolean(),
  enabled: z.boolean(),
  description: z.string().max(4000).default(''),
  guidelines: Guidelines,
})
export type RelationType = z.infer<typeof RelationTypeSchema>

export const LabelSetSchema = z
  .object({
    name: Name,
    labels: z.array(SpanLabelSchema).min(1),
    relations: z.array(RelationTypeSchema).default([]),
    fields: z.array(AttributeSchema).default([]),
  })
  .superRefine((set, context) => {
    const report = (message: string) => context.addIssue({ code: 'custom', message })
    for (const [what, items] of [
      ['label', set.labels],
      ['relation type', set.relations],
      ['document field', set.fields],
    ] as const) {
      for (const property of ['id', 'name'] as const) {
        const seen = new Set<string>()
        for (const item of items) {
          if (seen.has(item[property])) report(`two ${what}s have the ${property} “${item[property]}”`)
          seen.add(item[property])
        }
      }
    }
    const ids = new Set(set.labels.map((label) => label.id))
    for (const relation of set.relations) {
      for (const end of [...relation.from, ...relation.to]) {
        if (!ids.has(end)) report(`relation type “${relation.name}” names a label “${end}” that is not in the set`)
      }
    }
  })
export type LabelSet = z.infer<typeof LabelSetSchema>

export const findLabel = (set: LabelSet, id: string): SpanLabel | undefined =>
  set.labels.find((label) => label.id === id)

export const labelByRole = (set: LabelSet, role: LabelRole): SpanLabel | undefined =>
  set.labels.find((label) => label.role === role)

export const findRelationType = (set: LabelSet, id: string): RelationType | undefined =>
  set.relations.find((relation) => relation.id === id)

/** The labels that can be chosen at present, in the order of their digits. */
export const enabledLabels = (set: LabelSet): SpanLabel[] => set.labels.filter((label) => label.enabled)
