import { expect, test } from 'vitest'
import { settingsFrom } from '../../../src/main/stored-settings'
import { DEFAULT_MARKING, DEFAULT_READING } from '../../../src/shared/domain/settings'

const DEFAULTS = { theme: 'system', annotator: 'ana', reading: DEFAULT_READING, marking: DEFAULT_MARKING }

function read(stored: unknown) {
  const wrong: string[] = []
  return { settings: settingsFrom(stored, 'ana', (name) => wrong.push(name)), wrong }
}

test.each([null, undefined, {}, [], 'text', 7])('%j gives the defaults', (stored) => {
  expect(read(stored)).toEqual({ settings: DEFAULTS, wrong: [] })
})

test('a file of an earlier version keeps what it says', () => {
  expect(read({ theme: 'dark', annotator: ' Ion ' })).toEqual({
    settings: { ...DEFAULTS, theme: 'dark', annotator: 'Ion' },
    wrong: [],
  })
})

test('a whole file is read as it was written', () => {
  const written = {
    theme: 'light',
    annotator: 'Ion',
    reading: { font: 'mono', size: 28, lineLength: 'full', spacing: 'loose' },
    marking: { snapToWords: false, trimEdges: false },
  }
  expect(read({ ...written, later: true })).toEqual({ settings: written, wrong: [] })
})

test('wrong values fall back one by one, and the others stay', () => {
  expect(
    read({
      theme: 'pink',
      annotator: 'Ion',
      reading: { font: 'sans', size: 400, lineLength: 12, spacing: 'loose' },
      marking: { snapToWords: 'no', trimEdges: false },
    }),
  ).toEqual({
    settings: {
      theme: 'system',
      annotator: 'Ion',
      reading: { font: 'sans', size: 18, lineLength: 'medium', spacing: 'loose' },
      marking: { snapToWords: true, trimEdges: false },
    },
    wrong: ['theme', 'reading.size', 'reading.lineLength', 'marking.snapToWords'],
  })
  expect(read({ reading: 'large', marking: null }).settings).toEqual(DEFAULTS)
  expect(read({ reading: { size: 18.5 } }).settings.reading.size).toBe(18)
})
