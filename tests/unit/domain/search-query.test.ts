import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { searchSql } from '../../../src/engine/search/search-sql'
import { parseSearch, type SearchNode } from '../../../src/shared/domain/search/search-query'

function read(query: string, options = {}): SearchNode | null {
  const parsed = parseSearch(query, options)
  if (!parsed.ok) throw new Error(parsed.error.message)
  return parsed.value
}

/** What is written for people and for the full-text index is alike enough to read a test by. */
const asMatch = (query: string, options = {}): string | null => {
  const node = read(query, options)
  return node === null ? null : searchSql(node).match
}

describe('what a query asks for', () => {
  test.each([
    ['tax', '"tax"'],
    ['tax reform', '"tax" AND "reform"'],
    ['tax AND reform', '"tax" AND "reform"'],
    ['"tax reform"', '"tax reform"'],
    ['„tax reform” now', '"tax reform" AND "now"'],
    ['tax*', '"tax" *'],
    ['"tax ref"*', '"tax ref" *'],
    ['"tax ref*"', '"tax ref" *'],
    ['tax OR toll', '("tax" OR "toll")'],
    ['port tax OR toll', '(("port" AND "tax") OR "toll")'],
    ['port (tax OR toll)', '"port" AND ("tax" OR "toll")'],
    ['port -tax', '("port") NOT ("tax")'],
    ['port NOT tax NOT "toll road"', '("port") NOT ("tax" OR "toll road")'],
    ['port AND NOT (tax OR toll)', '("port") NOT (("tax" OR "toll"))'],
    ['port --tax', '"port" AND "tax"'],
    ['title:tax', '{title} : "tax"'],
    ['TITLE:(tax OR "toll road")', '({title} : "tax" OR {title} : "toll road")'],
    ['text: port', '{text} : "port"'],
    ['port NEAR tax', 'NEAR("port" "tax", 10)'],
    ['port NEAR/3 tax* NEAR "toll road"', 'NEAR("port" "tax" * "toll road", 10)'],
    ['title:port NEAR/2 tax', '{title} : NEAR("port" "tax", 2)'],
    ['ex-minister http://x.ro', '"ex-minister" AND "http://x.ro"'],
    ['and or not near', '"and" AND "or" AND "not" AND "near"'],
  ])('%s', (query, match) => {
    expect(asMatch(query)).toBe(match)
  })

  test('nothing is asked for by nothing', () => {
    for (const query of ['', '  ', '\t\u0000']) expect(read(query)).toBeNull()
  })

  test('the last word may be unfinished while it is typed, unless it is left out', () => {
    const typed = (query: string) => asMatch(query, { isTyping: true })
    expect(typed('port ta')).toBe('"port" AND "ta" *')
    expect(typed('title:ta')).toBe('{title} : "ta" *')
    expect(typed('port ta ')).toBe('"port" AND "ta"')
    expect(typed('"port ta"')).toBe('"port ta"')
    expect(typed('port -ta')).toBe('("port") NOT ("ta")')
    expect(typed('port -title:ta')).toBe('("port") NOT ({title} : "ta")')
  })

  test('signs, unspaced writing and what is only left out are no matter for the index alone', () => {
    const sql = (query: string) => searchSql(read(query)!)
    expect(sql('port 😀').match).toBe('"port"')
    expect(sql('port 😀').conditions).toEqual([
      {
        sql: 'id IN (SELECT article_id FROM article_search WHERE instr(title, ?) OR instr(text, ?))',
        parameters: ['😀', '😀'],
      },
    ])
    expect(sql('title:東京').conditions[0]?.parameters).toEqual(['東京'])
    expect(sql('-tax')).toEqual({
      match: null,
      conditions: [
        { sql: 'NOT (id IN (SELECT rowid FROM article_fts WHERE article_fts MATCH ?))', parameters: ['"tax"'] },
      ],
    })
    expect(sql('tax OR €').match).toBeNull()
  })
})

describe('what cannot be understood is told with its place', () => {
  test.each([
    ['port "tax ref', 5, 13, /never closed/],
    ['port ""', 5, 7, /between the quotation marks/],
    ['"a* b"', 2, 3, /only after the last word/],
    ['(port', 0, 1, /never closed/],
    ['port)', 4, 5, /no bracket/],
    [') port', 0, 1, /no bracket/],
    ['port ()', 5, 7, /between the brackets/],
    ['AND port', 0, 3, /before it/],
    ['port OR', 5, 7, /after it/],
    ['port OR OR tax', 8, 10, /before it/],
    ['(port AND)', 6, 9, /after it/],
    ['port NOT', 5, 8, /leave out/],
    ['title:', 0, 6, /title should say/],
    ['title:text:x', 0, 6, /title should say/],
    ['title:(a text:b)', 9, 14, /inside another/],
    ['*port', 0, 1, /beginning of a word/],
    ['p*rt', 1, 2, /end of a word/],
    ['NEAR port', 0, 4, /before it/],
    ['port NEAR', 5, 9, /after it/],
    ['(a b) NEAR c', 6, 10, /not brackets/],
    ['port NEAR 東京', 10, 12, /spaces around/],
    [`${'('.repeat(13)}a${')'.repeat(13)}`, 12, 13, /too many brackets/],
  ] as const)('%s', (query, start, end, message) => {
    const parsed = parseSearch(query)
    expect(parsed).toMatchObject({ ok: false, error: { start, end } })
    expect(!parsed.ok && parsed.error.message).toMatch(message)
  })
})

describe('whatever is typed', () => {
  const PIECES = [
    'tax',
    'AND',
    'OR',
    'NOT',
    '-',
    '"',
    '(',
    ')',
    'NEAR',
    'NEAR/3',
    'title:',
    '*',
    ' ',
    '„',
    '”',
    '東京',
    '€',
  ]
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.constantFrom(...PIECES)).map((all) => all.join('')),
  )

  test('is a query, or an error at a place inside it', () => {
    fc.assert(
      fc.property(anything, fc.boolean(), (query, isTyping) => {
        const parsed = parseSearch(query, { isTyping })
        if (parsed.ok) return
        expect(parsed.error.message).not.toBe('')
        expect(parsed.error.start).toBeGreaterThanOrEqual(0)
        expect(parsed.error.end).toBeGreaterThan(parsed.error.start)
        expect(parsed.error.end).toBeLessThanOrEqual(query.length)
      }),
      { numRuns: 2000 },
    )
  })
})
