import { z } from 'zod'
import { LINT_CODES } from '../domain/lint'

const count = z.number().int()

/** What a look over the annotations came to. */
export const LintReportSchema = z.object({
  articles: count,
  /** Those that were looked at. */
  spans: count,
  /** All that was found, and how much of it should be mended; the rest are hints. */
  findings: count,
  problems: count,
  /** How many of them can be put right without asking. */
  fixable: count,
  /** By kind, in the order of the codes; none that were not found. */
  counts: z.array(z.object({ code: z.enum(LINT_CODES), count, fixable: count })),
  /** What was put right before this look; null: nothing was to be. */
  fixed: z
    .object({
      /** Spans whose edges were moved. */
      trimmed: count,
      /** Second spans that were taken away. */
      dropped: count,
      articles: count,
      /** The event that undo takes back; null if nothing was done. */
      eventId: count.nullable(),
    })
    .nullable(),
})
export type LintReport = z.infer<typeof LintReportSchema>
