import { z } from 'zod'
import { FoundNameSchema } from './found-names'

/** What is odd about a map of names that somebody gave for an import. */
export const MapWarningSchema = FoundNameSchema.pick({ kind: true, label: true, attribute: true, name: true }).extend({
  /** `unused_name`: no file has that name; `new_target`: the project had nothing of the name that it becomes. */
  code: z.enum(['unused_name', 'new_target']),
  message: z.string(),
  /** The name that may have been meant. */
  similar: z.string().nullable(),
})
export type MapWarning = z.infer<typeof MapWarningSchema>
