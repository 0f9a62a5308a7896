import type { ChangeSet } from '../../shared/contract/changes'
import { DictumError } from '../../shared/domain/result'
import type { Project } from '../project/project'
import { toChangeSet } from './change-set'
import { appendEvent, findEvent, type Stacks, stackTops } from './events'
import { applyOps, parseOps } from './ops'

type Direction = 'undo' | 'redo'

/** Takes back the last gesture that is not yet taken back, whichever article and session it was made in. */
export const undo = (project: Project, author: string): ChangeSet => step(project, author, 'undo')

/** Does again what was last taken back. */
export const redo = (project: Project, author: string): ChangeSet => step(project, author, 'redo')

function step(project: Project, author: string, direction: Direction): ChangeSet {
  const { sql } = project
  return sql.transaction(() => {
    const tops = stackTops(sql)
    const top = direction === 'undo' ? tops.undoTop : tops.redoTop
    const event = top === null ? undefined : findEvent(sql, top)
    if (!event) throw new DictumError('nothing_to_undo', `There is nothing to ${direction}.`)
    const ops = parseOps(event.inverse)
    const inverse = applyOps(sql, ops)
    // the event leaves one stack, and this new one goes on top of the other
    const stacks: Stacks =
      direction === 'undo'
        ? { undoTop: event.below, redoTop: 'self', below: tops.redoTop }
        : { undoTop: 'self', redoTop: event.below, below: tops.undoTop }
    const eventId = appendEvent(
      project,
      {
        author,
        kind: event.kind,
        articleId: event.article_id,
        summary: event.summary,
        ops,
        inverse,
        ...(direction === 'undo' ? { undoes: event.id } : { redoes: event.id }),
      },
      stacks,
    )
    return toChangeSet(sql, { eventId, kind: `history.${direction}`, articleId: event.article_id, note: null }, ops)
  })
}
