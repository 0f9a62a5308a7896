import { z } from 'zod'
import { ChangeSetSchema, HistoryEntrySchema, RestorePreviewSchema } from './changes'
import { ArticleId, Nothing } from './common-params'
import type { MethodTable } from './methods'

/** The state right after this event; 0: as the article was imported. */
const RestorePoint = z.object({ articleId: ArticleId, eventId: z.number().int().nonnegative() })

/** What was done, taking it back, and earlier states. */
export const HISTORY_METHODS = {
  'history.undo': { params: Nothing, reply: ChangeSetSchema },
  'history.redo': { params: Nothing, reply: ChangeSetSchema },
  /** Newest first. */
  'history.list': {
    params: z.object({
      articleId: ArticleId.nullable().default(null),
      before: z.number().int().nullable().default(null),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    reply: z.array(HistoryEntrySchema),
  },
  /** Everyone who did something to an article, or to the project. */
  'history.authors': {
    params: z.object({ articleId: ArticleId.nullable().default(null) }),
    reply: z.array(z.string()),
  },
  'history.preview': { params: RestorePoint, reply: RestorePreviewSchema },
  'history.restore': { params: RestorePoint, reply: ChangeSetSchema },
} as const satisfies MethodTable
