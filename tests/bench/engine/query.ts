import Database from 'better-sqlite3'
import { COMMON_WORDS, rareWord, seeded } from '../generate'
import { type Figure, interleaved, p95, timedMs } from '../measure'
import type { Client } from './client'

const QUERIES = 200

/** What people type: common words, rare ones, two at once, and beginnings. */
function queries(): string[] {
  const random = seeded(7)
  const common = () => COMMON_WORDS[Math.floor(random() * COMMON_WORDS.length)]!
  const kinds = [
    common,
    () => rareWord(random),
    () => `${common()} ${rareWord(random)}`,
    () => rareWord(random).slice(0, 3),
  ]
  return Array.from({ length: QUERIES }, (_, n) => kinds[n % kinds.length]!())
}

/** Searches the open project, through the engine and by the bare index in turn. */
export async function benchQuery(client: Client, projectPath: string): Promise<Figure[]> {
  const db = new Database(projectPath, { readonly: true })
  const match = db.prepare('SELECT rowid FROM article_fts WHERE article_fts MATCH ? ORDER BY rowid').pluck()
  const asFts = (text: string) =>
    `${text
      .split(' ')
      .map((word) => `"${word}"`)
      .join(' ')}*`
  const texts = queries()
  const [engine, floor] = await interleaved(
    QUERIES,
    (n) => timedMs(() => client.ask('articles.query', { filter: { text: texts[n]! } })),
    (n) => timedMs(() => match.all(asFts(texts[n]!))),
  )
  db.close()
  return [{ group: 'Engine', name: 'search, 95th percentile', unit: 'ms', dictum: p95(engine), floor: p95(floor) }]
}
