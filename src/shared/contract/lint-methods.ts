import { z } from 'zod'
import { StatusSchema } from '../domain/corpus/articles'
import { FIXABLE_CODES, LINT_CODES } from '../domain/lint'
import { ArticleFilterSchema } from './article-filter'
import { Annotator, Nothing } from './common-params'
import { JobStartedSchema } from './jobs'
import type { MethodTable } from './methods'

const count = z.number().int()
const Code = z.enum(LINT_CODES)

/** Which articles and spans are looked at: those that an export would write. */
export const LintScopeSchema = z.object({
  /** Null: every article that counts in exports, in the list or not. */
  filter: ArticleFilterSchema.nullable().default(null),
  /** Empty: any status. */
  statuses: z.array(StatusSchema).default([]),
  /** Label names; empty: all. */
  labels: z.array(z.string()).default([]),
  /** Null: everyone’s spans. */
  annotator: Annotator.nullable().default(null),
})
export type LintScope = z.output<typeof LintScopeSchema>

export const LintFindingSchema = z.object({
  code: Code,
  /** Uid. */
  article: z.string(),
  articleId: count,
  title: z.string(),
  /** Uid; where a link is meant, of the span that it starts at. */
  span: z.string(),
  relation: z.string().nullable(),
  /** Its name. */
  label: z.string(),
  labelId: z.string(),
  message: z.string(),
  fixable: z.boolean(),
})
export type LintFinding = z.infer<typeof LintFindingSchema>

export const LINT_METHODS = {
  /** Looks for what is worth mending. The findings of the run before are gone. */
  'lint.start': { params: LintScopeSchema, reply: JobStartedSchema },
  /** Findings of the last run, in the order of its articles. */
  'lint.page': {
    params: z.object({
      /** Null: of any kind. */
      code: Code.nullable().default(null),
      from: z.int().min(0).default(0),
      count: z.int().min(1).max(1000).default(200),
    }),
    reply: z.object({
      /** Those that are kept: the first thousands of each kind. */
      total: count,
      findings: z.array(LintFindingSchema),
    }),
  },
  /** Puts right what the last run found and what is safe, in one step that undo takes back, and looks again. */
  'lint.fix': {
    params: z.object({
      codes: z
        .array(z.enum(FIXABLE_CODES))
        .min(1)
        .default([...FIXABLE_CODES]),
    }),
    reply: JobStartedSchema,
  },
  /** Forgets the findings. */
  'lint.drop': { params: Nothing, reply: z.null() },
} as const satisfies MethodTable
