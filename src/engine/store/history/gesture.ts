import type { ChangeSet } from '../../../shared/contract/changes'
import type { Project } from '../project'
import { toChangeSet } from './change-set'
import { appendEvent, stackTops } from './events'
import { applyOps, type Op } from './ops'

/** One thing that a user did: its ops, and the words for it in the history and the Undo menu. */
export interface Gesture {
  readonly kind: string
  /** Null where it is about the whole project, or several articles: its event may hold ops on any of them. */
  readonly articleId: number | null
  readonly summary: string
  readonly ops: readonly Op[]
  /** Something the user should hear about beside what was asked for. */
  readonly note?: string | null
}

/**
 * Plans a gesture and does it, in one transaction together with its event: rules are checked against the very state
 * that is changed. A plan without ops changes nothing and leaves no event.
 */
export function doGesture(project: Project, author: string, plan: () => Gesture): ChangeSet {
  const { sql } = project
  return sql.transaction(() => {
    const gesture = plan()
    const { undoTop } = stackTops(sql)
    const change = { kind: gesture.kind, articleId: gesture.articleId, note: gesture.note ?? null }
    if (gesture.ops.length === 0) return toChangeSet(sql, { ...change, eventId: undoTop ?? 0 }, [])
    const inverse = applyOps(sql, gesture.ops)
    const eventId = appendEvent(
      project,
      { author, kind: gesture.kind, articleId: gesture.articleId, summary: gesture.summary, ops: gesture.ops, inverse },
      { undoTop: 'self', redoTop: null, below: undoTop },
    )
    return toChangeSet(sql, { ...change, eventId }, gesture.ops)
  })
}
