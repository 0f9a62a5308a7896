import type { ConcordanceSort } from '../../shared/contract/concordance-methods'
import type { Sql } from '../store/sql'
import { type HitTable, SIDE_WORDS } from './hit-table'
import { sortInTurns } from './sort-in-turns'

type Compare = (a: number, b: number) => number

/** The hits in another order: their numbers, those that are alike as they were found. Null if it was stopped. */
export async function orderHits(
  sql: Sql,
  table: HitTable,
  sort: ConcordanceSort,
  isStopped: () => boolean,
): Promise<Uint32Array | null> {
  const order = Uint32Array.from({ length: table.length }, (_, hit) => hit)
  if (sort === 'imported') return order
  const compare =
    sort === 'article' || sort === 'newest' || sort === 'oldest'
      ? byArticle(sql, table, sort)
      : await byWords(sql, table, sort, isStopped)
  if (compare === null) return null
  const done = await sortInTurns(order, (a, b) => compare(a, b) || a - b, isStopped)
  return done ? order : null
}

/** First the word that is asked for, then those further out, then the hit, then the other side. */
async function byWords(
  sql: Sql,
  table: HitTable,
  sort: Exclude<ConcordanceSort, 'imported' | 'article' | 'newest' | 'oldest'>,
  isStopped: () => boolean,
): Promise<Compare | null> {
  const ranks = await table.vocabulary.ranks(commonestLanguage(sql, table), isStopped)
  if (ranks === null) return null
  const hit = (at: number) => ranks[table.wordsOf(at)]!
  const left = (distance: number) => (at: number) => ranks[table.leftOf(at, distance)]!
  const right = (distance: number) => (at: number) => ranks[table.rightOf(at, distance)]!
  /** From the first word that counts outwards, then those between it and the hit. */
  const all = (side: typeof left, first = 1) =>
    Array.from({ length: SIDE_WORDS }, (_, step) => side(((first - 1 + step) % SIDE_WORDS) + 1))
  const keys =
    sort === 'hit'
      ? [hit, ...all(right), ...all(left)]
      : sort.startsWith('left')
        ? [...all(left, Number(sort.at(-1))), hit, ...all(right)]
        : [...all(right, Number(sort.at(-1))), hit, ...all(left)]
  return (a, b) => {
    for (const key of keys) {
      const difference = key(a) - key(b)
      if (difference !== 0) return difference
    }
    return 0
  }
}

/** By title or date, as the list of articles is; without a date last. */
function byArticle(sql: Sql, table: HitTable, sort: 'article' | 'newest' | 'oldest'): Compare {
  const ranks = new Map<number, number>()
  const wanted = articlesOf(table)
  const orders = {
    article: 'title_key, id',
    newest: 'published_on DESC NULLS LAST, id',
    oldest: 'published_on ASC NULLS LAST, id',
  }
  const key = sort === 'article' ? 'title_key || id' : 'published_on'
  let rank = 0
  let last: string | null | undefined
  for (const row of sql.all<{ id: number; key: string | null }>(
    `SELECT id, ${key} AS key FROM article WHERE id IN (SELECT value FROM json_each(?)) ORDER BY ${orders[sort]}`,
    JSON.stringify(wanted),
  )) {
    if (row.key !== last) rank++
    last = row.key
    ranks.set(row.id, rank)
  }
  const rankOf = (hit: number) => ranks.get(table.articleOf(hit)) ?? rank + 1
  return (a, b) => rankOf(a) - rankOf(b)
}

function articlesOf(table: HitTable): number[] {
  const ids: number[] = []
  for (let hit = 0; hit < table.length; hit++) {
    const id = table.articleOf(hit)
    if (id !== ids.at(-1)) ids.push(id)
  }
  return ids
}

/** The language that most articles with hits are in, as far as it is known. */
function commonestLanguage(sql: Sql, table: HitTable): string | null {
  const found = sql.get<{ lang: string }>(
    `SELECT lang FROM article WHERE lang IS NOT NULL AND id IN (SELECT value FROM json_each(?))
     GROUP BY lang ORDER BY count(*) DESC, lang LIMIT 1`,
    JSON.stringify(articlesOf(table)),
  )
  return found?.lang ?? null
}
