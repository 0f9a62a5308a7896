import { z } from 'zod'
import { STATUSES } from '../domain/corpus/articles'
import { LabelSetSchema } from '../domain/label-set/label-set'

/** What the next undo or redo would do. */
export const UndoStepSchema = z.object({
  eventId: z.number().int(),
  kind: z.string(),
  articleId: z.number().int().nullable(),
  /** “mark “…” as CLAIM”: follows “Undo: ”. */
  summary: z.string(),
})
export const UndoStateSchema = z.object({ undo: UndoStepSchema.nullable(), redo: UndoStepSchema.nullable() })
export type UndoState = z.infer<typeof UndoStateSchema>

export const ProjectInfoSchema = z.object({
  uid: z.string(),
  name: z.string(),
  /** Absolute path of the `.dictum` file. */
  path: z.string(),
  createdAt: z.string(),
  labelSet: LabelSetSchema,
  articles: z.number().int(),
  annotator: z.string(),
  undo: UndoStateSchema,
})
export type ProjectInfo = z.infer<typeof ProjectInfoSchema>

const count = z.number().int()

export const StatsSchema = z.object({
  articles: count,
  spans: count,
  relations: count,
  /** Label name to number of spans; every label of the set, enabled or used. */
  by_label: z.record(z.string(), count),
  by_status: z.record(z.enum(STATUSES), count),
  flagged: count,
  annotators: z.array(z.object({ name: z.string(), spans: count, relations: count })),
})
export type Stats = z.infer<typeof StatsSchema>

/** What one annotator did on one calendar day. */
export const DayPaceSchema = z.object({
  day: z.iso.date(),
  /** Articles set to done, less those opened again. */
  done: count,
  /** Spans made, less those deleted or taken back. */
  spans: count,
})
export type DayPace = z.infer<typeof DayPaceSchema>

export const CheckReportSchema = z.object({
  ok: z.boolean(),
  /** What SQLite's own checks say: `ok`, or the first problem. */
  integrity: z.string(),
  offset_mismatches: count,
  /** Findings beyond those that are listed. */
  more: count,
  findings: z.array(
    z.object({
      code: z.string(),
      /** Article uid, or null where the finding is about the whole project. */
      article: z.string().nullable(),
      articleId: count.nullable(),
      /** Span, relation or suggestion uid. */
      span: z.string().nullable(),
      message: z.string(),
    }),
  ),
})
export type CheckReport = z.infer<typeof CheckReportSchema>
