import type { ChangeSet } from '../../../shared/contract/changes'
import { DictumError } from '../../../shared/domain/result'
import type { Project } from '../project'
import type { Sql } from '../sql'
import { toChangeSet } from './change-set'
import { appendEvent, type EventRecord, findEvent, type Stacks, stackTops } from './events'
import { applyOps, parseOps } from './ops'
import { sparingImports } from './sparing-imports'
import { goesOn } from './steps-together'

type Direction = 'undo' | 'redo'

/** Takes back the last gesture that is not yet taken back, whichever article and session it was made in. */
export const undo = (project: Project, author: string): ChangeSet => step(project, author, 'undo')

/** Does again what was last taken back. */
export const redo = (project: Project, author: string): ChangeSet => step(project, author, 'redo')

function step(project: Project, author: string, direction: Direction): ChangeSet {
  const { sql } = project
  return sql.transaction(() => {
    for (;;) {
      const event = topOf(sql, direction)
      // what one import did is one step for its user, though each article has its event
      const isLast = !goesOn(sql, event.id)
      const done = carryOut(project, author, direction, event)
      if (!isLast) continue
      // which articles there were nobody asks again
      const change = event.kind === 'import.merge' ? { ...done.change, articleId: null } : done.change
      return toChangeSet(sql, change, done.ops)
    }
  })
}

function topOf(sql: Sql, direction: Direction): EventRecord {
  const tops = stackTops(sql)
  const top = direction === 'undo' ? tops.undoTop : tops.redoTop
  const event = top === null ? undefined : findEvent(sql, top)
  if (event) return event
  throw new DictumError('nothing_to_undo', `There is nothing to ${direction}.`)
}

/** Carries out the inverse of an event, inside the caller's transaction. */
function carryOut(project: Project, author: string, direction: Direction, event: EventRecord) {
  const { sql } = project
  const tops = stackTops(sql)
  const ops = sparingImports(sql, event.id, parseOps(event.inverse))
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
  return { change: { eventId, kind: `history.${direction}`, articleId: event.article_id, note: null }, ops }
}
