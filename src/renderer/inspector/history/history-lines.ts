import type { HistoryEntry } from '../../../shared/contract/changes'
import { localDay } from '../words/moment-text'

export interface HistoryLine {
  readonly entry: HistoryEntry
  /** “marked “…” as CLAIM”, “took back: mark “…” as CLAIM”. */
  readonly text: string
  /** Taken back, and not done again since. */
  readonly isUndone: boolean
  /** An undo or a redo itself. */
  readonly isTravel: boolean
}

export interface HistoryDay {
  /** `YYYY-MM-DD`, here. */
  readonly day: string
  readonly lines: readonly HistoryLine[]
}

/** The verbs that summaries begin with, as they are told afterwards. Others get the plain ending. */
const TOLD: Record<string, string> = {
  set: 'set',
  cut: 'cut',
  split: 'split',
  edit: 'edited',
  relabel: 'relabelled',
  undo: 'took back',
  redo: 'did again',
  flag: 'flagged',
  unflag: 'unflagged',
}

/** A menu's phrase (“mark “…” as CLAIM”) as it is told afterwards (“marked “…” as CLAIM”). */
export function toldSummary(summary: string): string {
  const [, verb = '', rest = ''] = /^(\p{Ll}+)(.*)$/su.exec(summary) ?? []
  if (verb === '') return summary
  const told = TOLD[verb] ?? (verb.endsWith('e') ? `${verb}d` : verb.endsWith('ed') ? verb : `${verb}ed`)
  return told + rest
}

/** Which gestures stand undone, by their event ids. `entries` may be any stretch of the history, newest first. */
function undoneGestures(entries: readonly HistoryEntry[]): Set<number> {
  const byId = new Map(entries.map((entry) => [entry.eventId, entry]))
  // an undo may take back a redo, and a redo do again an undo: what they are about in the end is a gesture
  const gestureOf = (eventId: number): number => {
    const entry = byId.get(eventId)
    const target = entry?.undoes ?? entry?.redoes ?? null
    return target === null ? eventId : gestureOf(target)
  }
  const undone = new Set<number>()
  for (const entry of [...entries].reverse()) {
    if (entry.undoes !== null) undone.add(gestureOf(entry.undoes))
    else if (entry.redoes !== null) undone.delete(gestureOf(entry.redoes))
  }
  return undone
}

/** The lines of a history, newest first, by the day on which they happened here. */
export function historyDays(entries: readonly HistoryEntry[]): HistoryDay[] {
  const undone = undoneGestures(entries)
  const days: { day: string; lines: HistoryLine[] }[] = []
  for (const entry of entries) {
    const day = localDay(entry.at)
    const isTravel = entry.undoes !== null || entry.redoes !== null
    const plain = entry.summary.replace(/^(undo|redo):?\s+/i, '')
    const text = isTravel
      ? `${entry.undoes !== null ? 'took back' : 'did again'}: ${plain}`
      : toldSummary(entry.summary)
    const line = { entry, text, isTravel, isUndone: undone.has(entry.eventId) }
    const last = days[days.length - 1]
    if (last?.day === day) last.lines.push(line)
    else days.push({ day, lines: [line] })
  }
  return days
}

/** The same days with the lines of one author only; null: of everyone. Days without any are left out. */
export const linesBy = (days: readonly HistoryDay[], author: string | null): readonly HistoryDay[] =>
  author === null
    ? days
    : days
        .map(({ day, lines }) => ({ day, lines: lines.filter(({ entry }) => entry.author === author) }))
        .filter(({ lines }) => lines.length > 0)

/** Two stretches of one history as one, newest first. */
export function mergeEntries(a: readonly HistoryEntry[], b: readonly HistoryEntry[]): HistoryEntry[] {
  const byId = new Map([...a, ...b].map((entry) => [entry.eventId, entry]))
  return [...byId.values()].sort((one, other) => other.eventId - one.eventId)
}
