import { z } from 'zod'

/** A file, or a part of one, that was not plainly imported. */
export const ImportItemSchema = z.object({
  /** With `:12` for a line, or `#an-id`, where it is about a part of the file. */
  path: z.string(),
  /** `warning`: it was imported, with something to know about it; `passed_over`: in a folder, and of no kind to import. */
  outcome: z.enum(['duplicate', 'changed', 'failed', 'cancelled', 'warning', 'passed_over']),
  /** An import failure, a warning's code, or the outcome. */
  code: z.string(),
  message: z.string(),
  /** This item stands for so many that are not listed. */
  more: z.number().int().optional(),
})
export type ImportItem = z.infer<typeof ImportItemSchema>
