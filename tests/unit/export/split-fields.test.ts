import { expect, test } from 'vitest'
import { readDays, readParts, readSeed } from '../../../src/renderer/export/split-fields'

test.each<[string, number[] | null]>([
  ['80, 10, 10', [80, 10, 10]],
  ['8 2', [8, 2]],
  ['0.9;0.1', [0.9, 0.1]],
  ['100', null],
  ['80, 0', null],
  ['80, ten', null],
  ['1, 2, 3, 4', null],
  ['', null],
])('parts: %s', (text, parts) => expect(readParts(text)).toEqual(parts))

test.each<[string, number | null]>([
  ['7', 7],
  ['0', 0],
  [' 12 ', 12],
  ['-1', null],
  ['1.5', null],
  ['', null],
  ['99999999999999999999', null],
])('a seed: %s', (text, seed) => expect(readSeed(text)).toBe(seed))

test.each<[string, string[] | null]>([
  ['2025-01-01', ['2025-01-01']],
  ['2025-01-01, 2025-06-01', ['2025-01-01', '2025-06-01']],
  ['2025-06-01, 2025-01-01', null],
  ['2025-13-01', null],
  ['June', null],
  ['', null],
])('days: %s', (text, days) => expect(readDays(text)).toEqual(days))
