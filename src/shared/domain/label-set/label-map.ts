import { z } from 'zod'

const Name = z.string().trim().min(1).max(80)

/**
 * What a name of a file becomes: the project’s one of that name, which is added if there is none; null: it is left out.
 * `new` adds one of just that name, though there is one that differs by capitals only.
 */
const TargetSchema = z.union([Name, z.null(), z.strictObject({ new: Name })])
export type MapTarget = z.infer<typeof TargetSchema>

const AttributeTargetSchema = z.union([
  TargetSchema,
  z.strictObject({
    to: TargetSchema.optional(),
    /** Options by their names in the file. */
    options: z.record(z.string(), TargetSchema).default({}),
  }),
])
export type AttributeTarget = z.infer<typeof AttributeTargetSchema>

/** What the names of annotated files become in the project; what is not named goes by its own name. */
export const LabelMapSchema = z.strictObject({
  labels: z.record(z.string(), TargetSchema).default({}),
  /** By the file’s name of the label, then of the attribute. */
  attributes: z.record(z.string(), z.record(z.string(), AttributeTargetSchema)).default({}),
  relations: z.record(z.string(), TargetSchema).default({}),
  /** Document fields. */
  fields: z.record(z.string(), AttributeTargetSchema).default({}),
})
export type LabelMap = z.infer<typeof LabelMapSchema>

export const NO_LABEL_MAP: LabelMap = LabelMapSchema.parse({})

/** What a second map says goes before what the first says. */
export function mergeLabelMaps(first: LabelMap, second: LabelMap): LabelMap {
  const attributes = { ...first.attributes }
  for (const [label, targets] of Object.entries(second.attributes)) {
    attributes[label] = { ...attributes[label], ...targets }
  }
  return {
    labels: { ...first.labels, ...second.labels },
    attributes,
    relations: { ...first.relations, ...second.relations },
    fields: { ...first.fields, ...second.fields },
  }
}

/**
 * `PER=SPEAKER,MISC=-`: labels and relation types by name; `-` leaves out. A name of both is one of both. A pair
 * that says nothing, or says another thing of a name, is told.
 */
export function readShortMap(text: string): { map: LabelMap } | { wrong: string } {
  const targets: Record<string, MapTarget> = {}
  for (const pair of text.split(',')) {
    const at = pair.indexOf('=')
    const [name, target] = [pair.slice(0, Math.max(at, 0)).trim(), pair.slice(at + 1).trim()]
    if (name === '' || target === '' || target.length > 80 || Object.hasOwn(targets, name)) return { wrong: pair }
    targets[name] = target === '-' ? null : target
  }
  return { map: { ...NO_LABEL_MAP, labels: targets, relations: targets } }
}

/** Whether a map says anything. */
export const isMapEmpty = (map: LabelMap): boolean =>
  Object.values(map).every((targets) => Object.keys(targets).length === 0)
