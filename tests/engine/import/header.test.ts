import { describe, expect, test } from 'vitest'
import { readFirstLine, readHeaderLine } from '../../../src/engine/import/header'
import { found, NOTHING_FOUND } from '../../../src/engine/import/metadata'

describe('the header line of scrapers', () => {
  test.each([
    [' date 2025-12-23 Mayor speaks. More…\n\nText', 'Mayor speaks. More…', '2025-12-23'],
    ['date 2025-12-23 Title', 'Title', '2025-12-23'],
    ['\tDATE\t2025-12-23\tTitle \n', 'Title', '2025-12-23'],
    [' date 2024-02-29 Leap\n', 'Leap', '2024-02-29'],
    [' date 2025-12-23\n\nText', null, '2025-12-23'],
  ])('%j', (text, title, publishedOn) => {
    expect(readHeaderLine(text)).toEqual(found({ title, publishedOn, dateFound: 'header_line' }))
  })

  test.each([
    ' date 2025-02-30 No such day',
    '  date 2025-12-23 Two spaces',
    'dated 2025-12-23 x',
    'date 2025-12-234 x',
    'Date of issue',
  ])('not one: %j', (text) => {
    expect(readHeaderLine(text)).toEqual(NOTHING_FOUND)
  })
})

describe('the first line', () => {
  test('is the first with something in it', () => {
    expect(readFirstLine('\n \n  A title  \nText')).toEqual({ title: 'A title', isWhole: true })
    expect(readFirstLine('One line\vtwo\u001a')).toEqual({ title: 'One line two', isWhole: true })
    expect(readFirstLine('\u001a')).toBeNull()
    expect(readFirstLine(' \n')).toBeNull()
  })

  test('is cut at the end of a word where it is long', () => {
    const line = 'word '.repeat(60)
    expect(readFirstLine(`${line}\n`)).toEqual({ title: `${'word '.repeat(24).trim()}…`, isWhole: false })
  })

  test('may have 200 graphemes, however many code units they have', () => {
    const family = '👩‍👩‍👧'
    expect(readFirstLine(family.repeat(200))?.title).toBe(family.repeat(200))
    expect(readFirstLine(family.repeat(201))?.title).toBe(`${family.repeat(120)}…`)
  })
})

test('a line across the page is no title, unless there is nothing else', () => {
  expect(readFirstLine('---\n* * *\nThe port closes\nText')?.title).toBe('The port closes')
  expect(readFirstLine('\n—— 港 ——\nText')?.title).toBe('—— 港 ——')
  expect(readFirstLine('---\n***')?.title).toBe('---')
  expect(readFirstLine(`${'-'.repeat(2_000_000)}\nText`)?.title).toBe('Text')
})

test('a line across the page is no title, unless there is nothing else', () => {
  expect(readFirstLine('---\n* * *\nThe port closes\nText')?.title).toBe('The port closes')
  expect(readFirstLine('\n—— 港 ——\nText')?.title).toBe('—— 港 ——')
  expect(readFirstLine('---\n***')?.title).toBe('---')
  expect(readFirstLine(`${'-'.repeat(2_000_000)}\nText`)?.title).toBe('Text')
})
