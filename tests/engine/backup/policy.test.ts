import { describe, expect, test } from 'vitest'
import { hasRoom, isDue, isDueOnClosing, type Kept, superfluous } from '../../../src/engine/backup/policy'
import type { BackupKind } from '../../../src/shared/contract/backups'

const MB = 1024 * 1024
const GB = 1024 * MB
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const NOW = new Date(2026, 10, 23, 15, 30)
const ago = (ms: number) => new Date(NOW.getTime() - ms)

const state = (more: object) => ({ hasChanged: true, lastAt: ago(0), bytes: MB, everyMinutes: 15, ...more })

describe('when', () => {
  test('every 15 minutes of change, and not where nothing has changed or none are wanted', () => {
    expect(isDue(state({ lastAt: ago(14 * MINUTE) }), NOW)).toBe(false)
    expect(isDue(state({ lastAt: ago(15 * MINUTE) }), NOW)).toBe(true)
    expect(isDue(state({ lastAt: ago(15 * MINUTE), hasChanged: false }), NOW)).toBe(false)
    expect(isDue(state({ lastAt: ago(DAY), everyMinutes: 0 }), NOW)).toBe(false)
    expect(isDue(state({ lastAt: ago(6 * MINUTE), everyMinutes: 5 }), NOW)).toBe(true)
  })

  test.each([
    [200 * MB, 13.4],
    [GB, 68.3],
    [4 * GB, 273.1],
  ])('%d bytes are not written more often than every %d minutes', (bytes, minutes) => {
    const every = { bytes, everyMinutes: 5 }
    expect(isDue(state({ ...every, lastAt: ago((minutes - 0.2) * MINUTE) }), NOW)).toBe(false)
    expect(isDue(state({ ...every, lastAt: ago((minutes + 0.2) * MINUTE) }), NOW)).toBe(true)
  })

  test('a clock that was set back does not stop them', () => {
    expect(isDue(state({ lastAt: ago(-DAY) }), NOW)).toBe(true)
  })

  test('on closing after five minutes, if nobody has to wait for it', () => {
    expect(isDueOnClosing(state({ lastAt: ago(4 * MINUTE) }), NOW)).toBe(false)
    expect(isDueOnClosing(state({ lastAt: ago(5 * MINUTE) }), NOW)).toBe(true)
    expect(isDueOnClosing(state({ lastAt: ago(5 * MINUTE), hasChanged: false }), NOW)).toBe(false)
    expect(isDueOnClosing(state({ lastAt: ago(DAY), everyMinutes: 0 }), NOW)).toBe(false)
    expect(isDueOnClosing(state({ lastAt: ago(DAY), bytes: 65 * MB }), NOW)).toBe(false)
  })

  test('not where it would fill the disk', () => {
    expect(hasRoom(100 * MB, 263 * MB)).toBe(false)
    expect(hasRoom(100 * MB, 264 * MB)).toBe(true)
  })
})

const made = (age: number, kind: BackupKind = 'automatic', bytes = MB): Kept => ({ at: ago(age), kind, bytes })
const agesKept = (backups: Kept[], projectBytes = MB, diskBytes = 1000 * GB) => {
  const gone = new Set(superfluous(backups, NOW, projectBytes, diskBytes))
  return backups.filter((one) => !gone.has(one)).map(({ at }) => NOW.getTime() - at.getTime())
}

describe('which are kept', () => {
  test('all of two hours, one an hour of a day, one a day of a week', () => {
    const week = Array.from({ length: 9 * 24 * 4 }, (_, n) => made(n * 15 * MINUTE))
    const kept = agesKept(week)
    expect(kept.filter((age) => age < 2 * HOUR)).toHaveLength(8)
    expect(kept.filter((age) => age >= 2 * HOUR && age < DAY)).toHaveLength(22)
    const older = kept.filter((age) => age >= DAY)
    expect(older.length).toBeGreaterThanOrEqual(6)
    expect(older.length).toBeLessThanOrEqual(7)
    expect(Math.max(...older)).toBeLessThan(7 * DAY)
    expect(kept.length).toBeLessThanOrEqual(40)
    // what is kept stays kept while nothing is added
    expect(agesKept(kept.map((age) => made(age)))).toEqual(kept)
  })

  test('the newest two stay, however old', () => {
    expect(agesKept([made(100 * DAY), made(200 * DAY), made(300 * DAY)])).toEqual([100 * DAY, 200 * DAY])
  })

  test('five special ones of a month beside them', () => {
    const special = [1, 2, 3, 4, 20, 25, 40].map((days) => made(days * DAY, days % 2 ? 'update' : 'restore'))
    expect(agesKept([made(MINUTE), made(2 * MINUTE), ...special])).toEqual(
      [MINUTE, 2 * MINUTE].concat([1, 2, 3, 4, 20].map((days) => days * DAY)),
    )
    expect(agesKept([made(0), made(1), made(25 * DAY, 'manual'), made(31 * DAY, 'manual')])).toEqual([0, 1, 25 * DAY])
  })

  test('of a large project at most five times its size, the days before the quarters of an hour', () => {
    const ages = [0, 1, 2, 3, 24, 48, 72, 96].map((hours) => hours * HOUR)
    const kept = agesKept(
      ages.map((age) => made(age, 'automatic', GB)),
      GB,
    )
    expect(kept).toEqual([0, HOUR, 24 * HOUR, 48 * HOUR, 72 * HOUR])
  })

  test('at most a tenth of the disk, but the newest two', () => {
    const ages = [0, 1, 2, 3].map((hours) => hours * HOUR)
    const large = ages.map((age) => made(age, 'automatic', GB))
    expect(agesKept(large, GB, 30 * GB)).toHaveLength(3)
    expect(agesKept(large, GB, 2 * GB)).toHaveLength(2)
  })
})
