import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { systemClock } from '../../../src/engine/base/clock-and-ids'
import { MIGRATIONS } from '../../../src/engine/project/migrations'
import { openProject } from '../../../src/engine/project/open'
import { matchPlaces } from '../../../src/engine/search/match-places'
import { searchSql } from '../../../src/engine/search/search-sql'
import type { Sql } from '../../../src/engine/store/sql'
import { parseSearch } from '../../../src/shared/domain/search/search-query'
import { TestEngine } from '../support/test-engine'

const TEXT = [
  ' date 2025-03-02 Președintele a vorbit',
  '',
  'Pres\u0326edintele, preşedintele și PREȘEDINTELE. Cafe\u0301\u20dd la port, taxe și taxi.',
  '東京都は東京です。 Costa 5 € 😀.',
].join('\n')

async function withSql<T>(texts: readonly string[], use: (sql: Sql, ids: readonly number[]) => T): Promise<T> {
  const engine = new TestEngine()
  await engine.create()
  const ids: number[] = []
  for (const text of texts) ids.push(await engine.addArticle(text))
  await engine.ask('project.close', {})
  const project = openProject(engine.path('p.dictum'), systemClock, MIGRATIONS)
  try {
    return use(project.sql, ids)
  } finally {
    project.close()
  }
}

function node(query: string) {
  const parsed = parseSearch(query)
  if (!parsed.ok || parsed.value === null) throw new Error(query)
  return parsed.value
}

describe('where the words of a query stand', () => {
  test('at the text as it is, with its marks, in title and text', async () => {
    await withSql([TEXT], (sql, [id]) => {
      const hits = (query: string) => {
        const [places] = matchPlaces(sql, node(query), [id!])
        return {
          title: places!.inTitle.map(({ start, end }) => places!.title.slice(start, end)),
          text: places!.inText.map(({ start, end }) => places!.text.slice(start, end)),
        }
      }
      const all = ['Președintele', 'Pres\u0326edintele', 'preşedintele', 'PREȘEDINTELE']
      for (const query of ['presedintele', 'președintele', 'preşedintele', 'pres\u0326edintele', 'presed*'])
        expect(hits(query)).toEqual({ title: ['Președintele'], text: all })
      expect(hits('text:presedintele')).toEqual({ title: [], text: all })
      expect(hits('title:presedintele')).toEqual({ title: ['Președintele'], text: [] })
      expect(hits('cafe').text).toEqual(['Cafe\u0301\u20dd'])
      expect(hits('"la port taxe"').text).toEqual(['la port, taxe'])
      expect(hits('tax*').text).toEqual(['taxe', 'taxi'])
      expect(hits('port NEAR/2 taxi').text).toEqual(['port', 'taxi'])
      expect(hits('port -taxe').text).toEqual(['port'])
      expect(hits('port OR "la port"').text).toEqual(['la port'])
      expect(hits('東京').text).toEqual(['東京', '東京'])
      expect(hits('😀 €').text).toEqual(['€', '😀'])
      expect(hits('-zebra').text).toEqual([])
    })
  })

  test('articles come in the order asked for; one that is not there is left out', async () => {
    await withSql(['Unu port\n\nx', 'Doi port\n\ny'], (sql, [first, second]) => {
      const places = matchPlaces(sql, node('port'), [second!, 99, first!])
      expect(places.map(({ articleId }) => articleId)).toEqual([second, first])
    })
  })
})

test('the index understands whatever the language allows', async () => {
  const pieces = [
    'tax',
    'port*',
    'AND',
    'OR',
    'NOT',
    '-',
    '"',
    '(',
    ')',
    'NEAR',
    'title:',
    '*',
    ' ',
    ' ',
    '”',
    '東',
    '€',
    '^',
    '+',
    ':',
    '{',
    '\ud83d',
  ]
  await withSql([TEXT], (sql) => {
    const query = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((all) => all.join(' ')),
    )
    const deep = fc.integer({ min: 1, max: 12 }).map((n) => `${'a -(b OR (c '.repeat(n / 2)}x${'))'.repeat(n / 2)}`)
    fc.assert(
      fc.property(fc.oneof(query, deep), fc.boolean(), (typed, isTyping) => {
        const parsed = parseSearch(typed, { isTyping })
        if (!parsed.ok || parsed.value === null) return
        const { match, conditions } = searchSql(parsed.value)
        if (match !== null) sql.all('SELECT rowid FROM article_fts WHERE article_fts MATCH ?', match)
        for (const { sql: condition, parameters } of conditions)
          sql.db.prepare(`SELECT id FROM article WHERE ${condition}`).all(...parameters)
        matchPlaces(sql, parsed.value, [1])
      }),
      { numRuns: 500 },
    )
  })
})
