import { describe, expect, it } from 'vitest'
import { dayRangeText, dayText, valueText, whenText } from '../../../src/renderer/inspector/words/when-text'

describe('valueText', () => {
  it.each([
    ['2025-12-20', '20 Dec 2025'],
    ['2025-11', 'Nov 2025'],
    ['2026', '2026'],
    ['199', '1990s'],
    ['18', '1800s'],
    ['2026-SP', 'spring 2026'],
    ['2025-FA', 'autumn 2025'],
    ['2025-WI', 'winter 2025–26'],
    ['1999-WI', 'winter 1999–00'],
    ['2025-W51', 'week 51, 2025'],
    ['2025-W51-WE', 'weekend of week 51, 2025'],
    ['2025-Q1', 'Q1 2025'],
    ['2025-H2', 'second half of 2025'],
    ['2025-11-14T14:30', '14 Nov 2025, 14:30'],
    ['2025-11-14T09', '14 Nov 2025, 09:00'],
    ['2025-11-14TEV', '14 Nov 2025, evening'],
    ['P3D', '3 days'],
    ['P1Y', '1 year'],
    ['P1Y6M', '1 year 6 months'],
    ['PT2H', '2 hours'],
    ['PXW', 'some weeks'],
    ['XXXX-WXX-2', 'every Tuesday'],
    ['PRESENT_REF', 'now'],
    ['2025-99', '99 2025'],
    ['whatever', 'whatever'],
    ['P', 'P'],
  ])('%s → %s', (value, text) => {
    expect(valueText(value)).toBe(text)
  })
})

describe('days', () => {
  it.each([
    ['2025-12-20', '2025-12-20', '20 Dec 2025'],
    ['2025-12-20', '2025-12-21', '20–21 Dec 2025'],
    ['2025-11-28', '2025-12-03', '28 Nov – 3 Dec 2025'],
    ['2025-12-28', '2026-01-03', '28 Dec 2025 – 3 Jan 2026'],
    ['soon', 'later', 'soon – later'],
  ])('%s … %s → %s', (begin, end, text) => {
    expect(dayRangeText(begin, end)).toBe(text)
  })

  it('leaves what is not a day as it is', () => {
    expect(dayText('14/11')).toBe('14/11')
  })
})

describe('whenText', () => {
  it('prefers the value, and puts the modifier before it', () => {
    expect(whenText({ value: '2026', begin: '2026-01-01', mod: 'START' })).toBe('early 2026')
    expect(whenText({ value: '2026', mod: 'MID' })).toBe('mid-2026')
  })

  it('falls back on the days', () => {
    expect(whenText({ begin: '2025-12-20', end: '2025-12-21' })).toBe('20–21 Dec 2025')
    expect(whenText({ begin: '2025-12-20' })).toBe('from 20 Dec 2025')
    expect(whenText({ value: ' ', end: '2025-12-20' })).toBe('until 20 Dec 2025')
  })

  it('is null while nothing says it', () => {
    expect(whenText({ type: 'DATE' })).toBeNull()
  })
})
