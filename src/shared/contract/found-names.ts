import { z } from 'zod'

/** A name in annotated files, and what becomes of it in the project. */
export const FoundNameSchema = z.object({
  kind: z.enum(['label', 'attribute', 'option', 'relation', 'field']),
  /** The label of an attribute or an option, by its name in the file; null for options of document fields. */
  label: z.string().nullable(),
  /** The attribute or document field of an option, by its name in the file. */
  attribute: z.string().nullable(),
  name: z.string(),
  count: z.number().int(),
  /** Words that are marked so, or a value. */
  example: z.string(),
  /** `known`: the project has it; `new`: it will be added; `unusable`: no label set can hold such a name. */
  becomes: z.enum(['known', 'new', 'left_out', 'unusable']),
  /** What the project calls it, or will; null where it does not come in. */
  as: z.string().nullable(),
})
export type FoundName = z.infer<typeof FoundNameSchema>
