import type { ChangeSet, RestorePreview } from '../../../shared/contract/changes'
import { DictumError } from '../../../shared/domain/result'
import type { Project } from '../project'
import type { Sql } from '../sql'
import { goBack, presentState } from './article-state'
import { findEvent } from './events'
import { doGesture } from './gesture'
import { planRestore, type RestorePlan } from './restore-plan'

/** The state right after this event; 0: as the article was imported. */
export interface RestorePoint {
  readonly articleId: number
  readonly eventId: number
}

function plan(project: Project, { articleId, eventId }: RestorePoint): RestorePlan {
  const { uid, state: present } = presentState(project, articleId)
  if (present.fields.shelf === 'superseded') {
    throw new DictumError('rule_broken', 'A newer revision stands in the place of this article. Restore that one.')
  }
  const wanted = { ...present, spans: new Map(present.spans), relations: new Map(present.relations) }
  goBack(project.sql, articleId, uid, wanted, eventId === 0 ? asImported(project.sql, articleId) : eventId)
  return planRestore(project, uid, present, wanted)
}

/** The event after which it was as it was imported: that which it came in with its annotations by; 0 if there were none. */
const asImported = (sql: Sql, articleId: number): number =>
  sql.get<{ id: number | null }>(
    `SELECT max(id) AS id FROM event WHERE article_id = :articleId AND kind = 'import.annotations'
       AND id < coalesce((SELECT min(id) FROM event WHERE article_id = :articleId AND kind <> 'import.annotations'), id + 1)`,
    { articleId },
  )?.id ?? 0

/** What restoring would change. Throws not_found. */
export function previewRestore(project: Project, point: RestorePoint): RestorePreview {
  const { ops: _, ...preview } = plan(project, point)
  return { eventId: point.eventId, ...preview }
}

/** Puts an article back to what it was right after an event, as one gesture. Throws not_found. */
export const restoreState = (project: Project, author: string, point: RestorePoint): ChangeSet =>
  doGesture(project, author, () => {
    const { ops, leftOut } = plan(project, point)
    return {
      kind: 'history.restore',
      articleId: point.articleId,
      summary: `restore the article as it was ${momentOf(project, point)}`,
      ops,
      note: leftOut.length === 0 ? null : `Some things stay as they are. ${leftOut.slice(0, MOST_TOLD).join(' ')}`,
    }
  })

/** More sentences than this are no message any more; the preview has them all. */
const MOST_TOLD = 2

function momentOf(project: Project, { articleId, eventId }: RestorePoint): string {
  if (eventId === 0) return 'imported'
  const event = findEvent(project.sql, eventId)
  if (event === undefined || (event.article_id !== null && event.article_id !== articleId)) {
    throw new DictumError('not_found', 'This step is not in the history of the article.', String(eventId))
  }
  const step = event.undoes !== null ? 'undo: ' : event.redoes !== null ? 'redo: ' : ''
  return `after: ${step}${event.summary}`
}
