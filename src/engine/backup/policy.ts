import type { BackupKind } from '../../shared/contract/backups'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const MB = 1024 * 1024

/**
 * What automatic backups may write on average: 256 KiB a second, under 1 GB an hour, so that a disk rated for a few
 * hundred terabytes outlives the project. A project of 200 MB is backed up every 13 minutes at most, one of 4 GB every 4½
 * hours.
 */
const BYTES_PER_MS = (256 * 1024) / 1000
/** Closing waits for its backup: up to this size it takes less than half a second. */
const LARGEST_ON_CLOSING_BYTES = 64 * MB
const CLOSING_AFTER_MS = 5 * MINUTE_MS

const ALL_FOR_MS = 2 * HOUR_MS
const HOURLY_FOR_MS = DAY_MS
const DAILY_FOR_MS = 7 * DAY_MS
/** Those made by hand, or before something that replaces the file. */
const SPECIAL_FOR_MS = 30 * DAY_MS
const MOST_SPECIAL = 5
const ALWAYS_KEPT = 2
const MOST_FILES = 40
/** A folder of 500 MB is no burden; larger projects get room for five of them. */
const ALWAYS_ALLOWED_BYTES = 500 * MB
const MOST_TIMES_PROJECT = 5
const MOST_OF_DISK = 0.1
/** What has to stay free for the work itself: its log, an import. */
const ROOM_FOR_WORK_BYTES = 64 * MB

export interface State {
  readonly hasChanged: boolean
  /** When the newest backup was made, or the project, if there is none. */
  readonly lastAt: Date
  /** Of the project file. */
  readonly bytes: number
  readonly everyMinutes: number
}

/** An age below zero is that of a clock that was set back: it counts as old. */
const isOlder = (at: Date, now: Date, ms: number) => {
  const age = now.getTime() - at.getTime()
  return age >= ms || age < 0
}

/** Whether it is time for an automatic backup. */
export function isDue({ hasChanged, lastAt, bytes, everyMinutes }: State, now: Date): boolean {
  if (everyMinutes === 0 || !hasChanged) return false
  return isOlder(lastAt, now, Math.max(everyMinutes * MINUTE_MS, bytes / BYTES_PER_MS))
}

/** Whether a project that is being closed is backed up first. */
export function isDueOnClosing({ hasChanged, lastAt, bytes, everyMinutes }: State, now: Date): boolean {
  if (everyMinutes === 0 || !hasChanged || bytes > LARGEST_ON_CLOSING_BYTES) return false
  return isOlder(lastAt, now, Math.max(CLOSING_AFTER_MS, bytes / BYTES_PER_MS))
}

/** Whether a disk with so much free has room for an automatic backup of so many bytes. */
export const hasRoom = (bytes: number, freeBytes: number): boolean => freeBytes >= 2 * bytes + ROOM_FOR_WORK_BYTES

export interface Kept {
  readonly at: Date
  readonly kind: BackupKind
  readonly bytes: number
}

/**
 * The backups that go: those beyond all of the last two hours, one an hour of the last day, one a day of the last week, and
 * five special ones of the last month. Where that is too many or too large, those go first that lie closest together. The
 * newest two always stay.
 */
export function superfluous<B extends Kept>(
  backups: readonly B[],
  now: Date,
  projectBytes: number,
  diskBytes: number,
): B[] {
  const mostBytes = Math.min(
    Math.max(ALWAYS_ALLOWED_BYTES, MOST_TIMES_PROJECT * projectBytes),
    diskBytes * MOST_OF_DISK,
  )
  const kept = new Set<B>()
  let bytes = 0
  const wanted = byImportance(
    [...backups].sort((a, b) => b.at.getTime() - a.at.getTime()),
    now,
  )
  for (const backup of wanted) {
    if (kept.has(backup)) continue
    const isTooMuch = kept.size >= MOST_FILES || bytes + backup.bytes > mostBytes
    if (isTooMuch && kept.size >= ALWAYS_KEPT) continue
    kept.add(backup)
    bytes += backup.bytes
  }
  return backups.filter((backup) => !kept.has(backup))
}

function byImportance<B extends Kept>(newestFirst: readonly B[], now: Date): B[] {
  const within = (ms: number) => (backup: B) => now.getTime() - backup.at.getTime() < ms
  const isSpecial = ({ kind }: B) => kind !== 'automatic'
  const plain = newestFirst.filter((backup) => !isSpecial(backup))
  return [
    ...newestFirst.slice(0, ALWAYS_KEPT),
    ...newestFirst.filter(isSpecial).filter(within(SPECIAL_FOR_MS)).slice(0, MOST_SPECIAL),
    ...newestOfEach(plain.filter(within(DAILY_FOR_MS)), (at) => at.toDateString()),
    ...newestOfEach(plain.filter(within(HOURLY_FOR_MS)), (at) => `${at.toDateString()} ${at.getHours()}`),
    ...plain.filter(within(ALL_FOR_MS)),
  ]
}

function newestOfEach<B extends Kept>(newestFirst: readonly B[], period: (at: Date) => string): B[] {
  const newest = new Map<string, B>()
  for (const backup of newestFirst) {
    const key = period(backup.at)
    if (!newest.has(key)) newest.set(key, backup)
  }
  return [...newest.values()]
}
