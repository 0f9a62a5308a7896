import { describe, expect, it } from 'vitest'
import { historyDays, mergeEntries, toldSummary } from '../../../src/renderer/inspector/history/history-lines'
import type { HistoryEntry } from '../../../src/shared/contract/changes'

const entry = (eventId: number, patch: Partial<HistoryEntry> = {}): HistoryEntry => ({
  eventId,
  at: '2025-11-14T12:00:00.000Z',
  author: 'Ana',
  kind: 'span.create',
  articleId: 1,
  summary: `mark “${eventId}” as CLAIM`,
  undoes: null,
  redoes: null,
  ...patch,
})

const undone = (...entries: HistoryEntry[]) =>
  historyDays(entries)
    .flatMap((day) => day.lines)
    .filter((line) => line.isUndone)
    .map((line) => line.entry.eventId)

describe('toldSummary', () => {
  it.each([
    ['mark “x” as CLAIM', 'marked “x” as CLAIM'],
    ['delete “x”', 'deleted “x”'],
    ['set status to done', 'set status to done'],
    ['link “x” to “y” (said_by)', 'linked “x” to “y” (said_by)'],
    ['split “x y” before “y”', 'split “x y” before “y”'],
    ['edit note', 'edited note'],
    ['“x”', '“x”'],
  ])('%s → %s', (summary, told) => {
    expect(toldSummary(summary)).toBe(told)
  })
})

describe('historyDays', () => {
  it('groups by day, newest first', () => {
    const days = historyDays([entry(3, { at: '2025-11-15T12:00:00.000Z' }), entry(2), entry(1)])
    expect(days.map(({ day, lines }) => [day, lines.length])).toEqual([
      ['2025-11-15', 1],
      ['2025-11-14', 2],
    ])
  })

  it('knows what was taken back', () => {
    expect(undone(entry(3, { undoes: 2 }), entry(2), entry(1))).toEqual([2])
  })

  it('knows what was done again, whichever event the redo names', () => {
    expect(undone(entry(3, { redoes: 2 }), entry(2, { undoes: 1 }), entry(1))).toEqual([])
    expect(undone(entry(3, { redoes: 1 }), entry(2, { undoes: 1 }), entry(1))).toEqual([])
  })

  it('follows an undo of a redo to the gesture', () => {
    expect(undone(entry(4, { undoes: 3 }), entry(3, { redoes: 2 }), entry(2, { undoes: 1 }), entry(1))).toEqual([1])
  })

  it('does not stumble over events that are not loaded', () => {
    expect(undone(entry(9, { undoes: 4 }), entry(8))).toEqual([])
  })

  it('says what an undo took back', () => {
    const [line] = historyDays([entry(2, { undoes: 1, summary: 'mark “1” as CLAIM' })])[0]!.lines
    expect(line!.text).toBe('took back: mark “1” as CLAIM')
    expect(line!.isTravel).toBe(true)
  })
})

describe('mergeEntries', () => {
  it('keeps each event once, newest first', () => {
    expect(mergeEntries([entry(3), entry(2)], [entry(2), entry(1)]).map(({ eventId }) => eventId)).toEqual([3, 2, 1])
  })
})
