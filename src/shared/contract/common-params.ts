import { z } from 'zod'

export const Nothing = z.object({}).strict()
export const ArticleId = z.number().int().positive()
export const Uid = z.string().min(1).max(64)
export const Annotator = z.string().trim().min(1).max(80)
