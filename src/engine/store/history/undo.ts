import type { ChangeSet } from '../../../shared/contract/changes'
import { DictumError } from '../../../shared/domain/result'
import type { Project } from '../project'
import type { Sql } from '../sql'
import { toChangeSet } from './change-set'
import type { EventRecord } from './event-record'
import { appendEvent, findEvent, type Stacks, stackTops } from './events'
import { importOfEvent } from './import-names/added-names'
import { namesToTakeBack } from './import-names/take-back'
import { applyOps, type Op, parseOps } from './ops'
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
      const done = carryOut(project, author, direction, event, isLast)
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

/** Carries out the inverse of an event, inside the caller's transaction. `isLast`: of those that are one step. */
function carryOut(project: Project, author: string, direction: Direction, event: EventRecord, isLast: boolean) {
  const { sql } = project
  const tops = stackTops(sql)
  const own = sparingImports(sql, event.id, parseOps(event.inverse))
  const inverseOfOwn = applyOps(sql, own)
  // with the last of what an import added, the names that it had added go
  const names = direction === 'undo' && isLast && event.kind === 'import.merge' ? namesOf(sql, event) : []
  const inverse = [...applyOps(sql, names), ...inverseOfOwn]
  const ops = [...own, ...names]
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

function namesOf(sql: Sql, event: EventRecord): readonly Op[] {
  let made = event
  for (let id = made.redoes ?? made.undoes; id !== null; id = made.redoes ?? made.undoes) made = findEvent(sql, id)!
  const batchId = importOfEvent(sql, made.id)
  return batchId === null ? [] : namesToTakeBack(sql, batchId, { withHistory: false }).ops
}
