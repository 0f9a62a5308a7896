import type { SplitGroup } from '../../../shared/domain/corpus/splits'
import { pacer } from '../../base/pace'
import { Groups } from '../../copies/groups'
import type { Sql } from '../../store/sql'
import { sourceKeys } from './source-keys'

const READ_ROWS = 5000

/** An article as it is divided. */
export interface DividedArticle {
  readonly id: number
  readonly sha256: string
  readonly publishedOn: string | null
  /** Whether it is exported and counted at all. */
  readonly isCounted: boolean
  /** The number of its group: the lowest place of its members in the list. */
  readonly group: number
}

interface Row {
  id: number
  sha256: string
  published_on: string | null
  is_counted: number
  revises: number | null
  batch_id: number
  url: string | null
  source: string
}

/** All articles by id, with the groups that are never divided; a revision is always with what it revises. */
export async function groupedArticles(sql: Sql, groupBy: readonly SplitGroup[]): Promise<DividedArticle[]> {
  const rows = await readRows(sql)
  const groups = new Groups(rows.length)
  const places = new Map(rows.map(({ id }, place) => [id, place]))
  const join = (place: number, id: number | null) => {
    const other = id === null ? undefined : places.get(id)
    if (other !== undefined) groups.join(place, other)
  }
  rows.forEach(({ revises }, place) => {
    join(place, revises)
  })
  if (groupBy.includes('duplicate')) {
    const copies = sql.all<{ article_id: number; group_id: number }>('SELECT article_id, group_id FROM near_duplicate')
    const firsts = new Map<number, number>()
    for (const { article_id, group_id } of copies) {
      const place = places.get(article_id)
      if (place === undefined) continue
      const first = firsts.get(group_id)
      if (first === undefined) firsts.set(group_id, place)
      else groups.join(first, place)
    }
  }
  if (groupBy.includes('source')) {
    const firsts = new Map<string, number>()
    sourceKeys(rows.map(({ batch_id, url, source }) => ({ batchId: batch_id, url, source }))).forEach((key, place) => {
      if (key === null) return
      const first = firsts.get(key)
      if (first === undefined) firsts.set(key, place)
      else groups.join(first, place)
    })
  }
  return rows.map(({ id, sha256, published_on, is_counted }, place) => ({
    id,
    sha256,
    publishedOn: published_on,
    isCounted: is_counted === 1,
    group: groups.of(place),
  }))
}

async function readRows(sql: Sql): Promise<Row[]> {
  const rows: Row[] = []
  const pace = pacer()
  for (;;) {
    const some = sql.all<Row>(
      `SELECT id, sha256, published_on, shelf IN ('shown', 'hidden') AS is_counted, revises, batch_id, url, source
       FROM article WHERE id > ? ORDER BY id LIMIT ?`,
      rows.at(-1)?.id ?? -1,
      READ_ROWS,
    )
    if (some.length === 0) return rows
    rows.push(...some)
    await pace()
  }
}
