import { expect, test } from 'vitest'
import { annotationLines, importItems, importSummary, importText } from '../../../src/renderer/dialogs/import-report'
import type { ImportItem, ImportReport } from '../../../src/shared/contract/jobs'

const report = (given: Partial<ImportReport>): ImportReport => ({
  batch: 'b',
  files: 4,
  imported: 2,
  duplicates: 0,
  changed: 0,
  failed: 0,
  warnings: 0,
  spans: 0,
  relations: 0,
  offset_unit: null,
  cancelled: false,
  items: [],
  ...given,
})
const item = (outcome: ImportItem['outcome'], path: string, more?: number): ImportItem => ({
  path,
  outcome,
  code: 'x',
  message: `About ${path}.`,
  ...(more === undefined ? {} : { more }),
})

test.each([
  [{ failed: 1 }, '1 file could not be imported; the reasons are below.'],
  [{ failed: 58, failedInside: 58 }, '58 rows, records or packed files could not be imported; the reasons are below.'],
  [
    { failed: 60, failedInside: 58 },
    '2 files, and inside others 58 rows, records or packed files, could not be imported; the reasons are below.',
  ],
  [
    { failed: 2, failedInside: 2, spans: 7, offset_unit: 'utf16' },
    '2 records or annotations could not be imported; the reasons are below.',
  ],
  [{ warnings: 3 }, '2 articles imported.'],
  [{ imported: 0, duplicates: 4, spans: 2 }, 'No article is new: annotations came to those that were there.'],
  [{ imported: 0, duplicates: 4 }, 'Everything was already in the project.'],
])('what did not come in is called what it is: %j', (given, sentence) => {
  expect(importSummary(report(given))).toBe(sentence)
})

test('what came in with a word about it stands under a heading of its own, with all counted', () => {
  const items = [
    item('warning', 'odd.txt'),
    item('duplicate', 'twin.txt'),
    item('failed', 'rows.csv:3'),
    item('failed', 'rows.csv', 57),
    item('changed', 'new.txt'),
    item('cancelled', 'late.txt', 9),
  ]
  const listed = importItems(report({ failed: 58, warnings: 1, duplicates: 1, changed: 1, items }))
  expect(listed.map(({ title, message, tone }) => (tone === 'heading' ? `${title}: ${message}` : title))).toEqual([
    'Not imported: 58',
    'rows.csv:3',
    'rows.csv',
    'Changed since their import, and left as they were: 1',
    'new.txt',
    'Not reached: 9',
    'late.txt',
    'To know about what was imported: 1',
    'odd.txt',
    'Already there, and not imported again: 1',
    'twin.txt',
  ])
  expect(importText(report({ items }))).toContain('To know about what was imported\todd.txt\tAbout odd.txt.')
})

test('files that are passed over are named apart from those that failed, and counted whole', () => {
  const items = [item('passed_over', 'in/README'), item('passed_over', '', 41), item('failed', 'in/a.txt')]
  const told = importItems(report({ failed: 1, passedOver: 42, items }))
  expect(told.map(({ title, message }) => [title, message])).toEqual([
    ['Not imported', '1'],
    ['in/a.txt', 'About in/a.txt.'],
    ['Passed over in folders', '42'],
    ['in/README', 'About in/README.'],
    ['', 'About .'],
  ])
})

test('what annotated files brought is told, and what of it stayed behind', () => {
  expect(annotationLines(report({}))).toEqual([])
  expect(annotationLines(report({ spans: 3, relations: 1, offset_unit: 'utf16' }))).toEqual([
    'With 3 spans and 1 link.',
    'Offsets count UTF-16 code units.',
  ])
  expect(annotationLines(report({ suggestions: 1, annotationsThere: 2, leftOut: 1 }))).toEqual([
    'With 1 suggestion.',
    '2 annotations were there already.',
    '1 span or link was left out, as was chosen.',
  ])
})
