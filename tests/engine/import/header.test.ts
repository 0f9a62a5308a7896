import { describe, expect, test } from 'vitest'
import { readHeader } from '../../../src/engine/import/header'

describe('the header line of scrapers', () => {
  test.each([
    [' date 2025-12-23 Mayor speaks. More…\n\nText', 'Mayor speaks. More…', '2025-12-23'],
    ['date 2025-12-23 Title', 'Title', '2025-12-23'],
    ['\tDATE\t2025-12-23\tTitle \n', 'Title', '2025-12-23'],
    [' date 2024-02-29 Leap\n', 'Leap', '2024-02-29'],
    [' date 2025-12-23\n\nText', 'a-file', '2025-12-23'],
  ])('%j', (text, title, publishedOn) => {
    expect(readHeader(text, 'a-file.txt')).toEqual({ title, publishedOn })
  })

  test.each([
    [' date 2025-02-30 No such day', 'date 2025-02-30 No such day'],
    ['  date 2025-12-23 Two spaces', 'date 2025-12-23 Two spaces'],
    ['dated 2025-12-23 x', 'dated 2025-12-23 x'],
    ['date 2025-12-234 x', 'date 2025-12-234 x'],
    ['Date of issue', 'Date of issue'],
  ])('not one: %j', (text, title) => {
    expect(readHeader(text, 'a.txt')).toEqual({ title, publishedOn: null })
  })
})

describe('without a header', () => {
  test('the first line with something in it is the title', () => {
    expect(readHeader('\n \n  A title  \nText', 'a.txt').title).toBe('A title')
  })

  test('a date is read from the start of the file name', () => {
    expect(readHeader('Title', '2025-11-14_mayor.txt').publishedOn).toBe('2025-11-14')
    expect(readHeader('Title', '2025-13-14_mayor.txt').publishedOn).toBeNull()
    expect(readHeader('Title', 'mayor-2025-11-14.txt').publishedOn).toBeNull()
    expect(readHeader('Title', '2025-11-141.txt').publishedOn).toBeNull()
  })

  test('a long line is cut at the end of a word', () => {
    const line = 'word '.repeat(60)
    const { title } = readHeader(`${line}\n`, 'a.txt')
    expect(title).toBe(`${'word '.repeat(24).trim()}…`)
  })

  test('200 graphemes are a title, however many code units they have', () => {
    const family = '👩‍👩‍👧'
    expect(readHeader(family.repeat(200), 'a.txt').title).toBe(family.repeat(200))
    expect(readHeader(family.repeat(201), 'a.txt').title).toBe(`${family.repeat(120)}…`)
  })
})
