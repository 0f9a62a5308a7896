import { expect, test } from 'vitest'
import { settingsFrom } from '../../../src/main/stored-settings'
import { DEFAULT_CONCORDANCE } from '../../../src/shared/domain/search/concordance-view'
import { DEFAULT_BACKUPS, DEFAULT_MARKING, DEFAULT_READING, DEFAULT_VIEW } from '../../../src/shared/domain/settings'

const DEFAULTS = {
  theme: 'system',
  annotator: 'ana',
  reading: DEFAULT_READING,
  marking: DEFAULT_MARKING,
  view: DEFAULT_VIEW,
  concordance: DEFAULT_CONCORDANCE,
  backups: DEFAULT_BACKUPS,
  shortcuts: {},
  recentCommands: [],
  tourOffered: false,
}

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
    view: { corpus: false, inspector: false, pace: false, labelTags: true },
    concordance: { sort: 'left1', context: { unit: 'characters', size: 80 } },
    backups: { everyMinutes: 0 },
    shortcuts: { 'article.next': ['j', 'mod+alt+j'], 'article.flag': [] },
    recentCommands: ['export.open'],
    tourOffered: true,
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
      concordance: { sort: 'upwards', context: { unit: 'words', size: 25 } },
    }),
  ).toEqual({
    settings: {
      ...DEFAULTS,
      annotator: 'Ion',
      reading: { font: 'sans', size: 18, lineLength: 'medium', spacing: 'loose' },
      marking: { snapToWords: true, trimEdges: false },
      concordance: { sort: 'imported', context: { unit: 'words', size: 25 } },
    },
    wrong: ['theme', 'reading.size', 'reading.lineLength', 'marking.snapToWords', 'concordance.sort'],
  })
  expect(read({ reading: 'large', marking: null }).settings).toEqual(DEFAULTS)
  expect(read({ reading: { size: 18.5 } }).settings.reading.size).toBe(18)
})

test('a wrong shortcut falls back alone, and the others stay', () => {
  const shortcuts = {
    'article.next': ['j'],
    'article.previous': 'k',
    'article.flag': ['Shift+'],
    'span.link': ['mod+shift+l', 7],
    'corpus.search': [],
    'span.next': ['a', 'b', 'e', 'g', 'h'],
    'a command of a later version': ['f7'],
  }
  expect(read({ shortcuts })).toEqual({
    settings: {
      ...DEFAULTS,
      shortcuts: { 'article.next': ['j'], 'corpus.search': [], 'a command of a later version': ['f7'] },
    },
    wrong: ['article.previous', 'article.flag', 'span.link', 'span.next'].map((id) => `shortcuts.${id}`),
  })
  expect(read({ shortcuts: ['j'], recentCommands: 'export.open' }).settings).toEqual(DEFAULTS)
})
