import type { ChangeSet } from '../../../shared/contract/changes'
import type { Project } from '../project'
import { toChangeSet } from './change-set'
import { appendStep, stackTops } from './events'
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
    const change = { kind: gesture.kind, articleId: gesture.articleId, note: gesture.note ?? null }
    if (gesture.ops.length === 0) return toChangeSet(sql, { ...change, eventId: stackTops(sql).undoTop ?? 0 }, [])
    const inverse = applyOps(sql, gesture.ops)
    const { kind, articleId, summary, ops } = gesture
    const eventId = appendStep(project, { author, kind, articleId, summary, ops, inverse })
    return toChangeSet(sql, { ...change, eventId }, gesture.ops)
  })
}
