import type { DayPace } from '../../../shared/contract/project'
import type { Project } from '../project'
import type { Sql } from '../sql'
import { type Op, parseOps } from './ops'

interface Tally {
  readonly author: string
  /** Days before this one are not counted. */
  readonly since: string
  /** The last event that is counted. */
  upTo: number
  readonly days: Map<string, { done: number; spans: number }>
}

/** Events are only ever added: what was counted of a project stays counted. */
const tallies = new WeakMap<Project, Tally>()

/** A moment's calendar day where the user is. */
function localDay(moment: Date): string {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
}

const lastEvent = (sql: Sql): number => sql.get<{ id: number | null }>('SELECT max(id) AS id FROM event')?.id ?? 0

/** The first event at or after a moment. Numbers may lack where an import was taken back. */
function firstEventSince(sql: Sql, since: string): number {
  let low = 1
  let high = lastEvent(sql) + 1
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const at = sql.get<{ at: string }>('SELECT at FROM event WHERE id >= ? ORDER BY id LIMIT 1', middle)?.at
    if (at === undefined || at < since) low = middle + 1
    else high = middle
  }
  return low
}

const removals = (ops: readonly Op[]): number => ops.filter(({ op }) => op === 'span.remove').length

function doneArticles(ops: readonly Op[]): Set<string> {
  return new Set(ops.flatMap((op) => (op.op === 'article.set' && op.fields.status === 'done' ? [op.uid] : [])))
}

/** What an event adds: what was taken back, deleted or reopened counts against it. */
function worth(ops: readonly Op[], inverse: readonly Op[]): { done: number; spans: number } {
  const after = doneArticles(ops)
  const before = doneArticles(inverse)
  return {
    // what takes a new span back is its removal
    spans: removals(inverse) - removals(ops),
    done: [...after].filter((uid) => !before.has(uid)).length - [...before].filter((uid) => !after.has(uid)).length,
  }
}

function catchUp(sql: Sql, tally: Tally): void {
  const events = sql.all<{ at: string; ops: string; inverse: string }>(
    // what was imported is no work of the day
    `SELECT at, ops, inverse FROM event WHERE id > ? AND author = ? AND kind NOT LIKE 'import.%' ORDER BY id`,
    tally.upTo,
    tally.author,
  )
  for (const { at, ops, inverse } of events) {
    const { done, spans } = worth(parseOps(ops), parseOps(inverse))
    const day = localDay(new Date(at))
    const sofar = tally.days.get(day) ?? { done: 0, spans: 0 }
    tally.days.set(day, { done: sofar.done + done, spans: sofar.spans + spans })
  }
  tally.upTo = lastEvent(sql)
}

/** What an annotator has done on each of the last days, today last; from the events. */
export function paceOf(project: Project, author: string, count: number, now: Date): DayPace[] {
  const midnights = Array.from(
    { length: count },
    (_, index) => new Date(now.getFullYear(), now.getMonth(), now.getDate() - (count - 1 - index)),
  )
  const first = midnights[0]!
  const since = localDay(first)
  let tally = tallies.get(project)
  if (tally?.author !== author || tally.since !== since) {
    tally = { author, since, upTo: firstEventSince(project.sql, first.toISOString()) - 1, days: new Map() }
    tallies.set(project, tally)
  }
  catchUp(project.sql, tally)
  return midnights.map((midnight) => {
    const day = localDay(midnight)
    const { done = 0, spans = 0 } = tally.days.get(day) ?? {}
    return { day, done: Math.max(done, 0), spans: Math.max(spans, 0) }
  })
}
