import Database from 'better-sqlite3'
import type { ConcordanceSort, ConcordanceState } from '../../../src/shared/contract/concordance-methods'
import { type Figure, median, timedMs } from '../measure'
import type { Client } from './client'

const ROWS = 50
const ASK_EVERY_MS = 5
const RUNS = 3
/** A word in few articles, one in many, and a beginning. */
const QUERIES = ['wickston', 'harbour', 'tonstă*'] as const

/** The concordance of the open project: until its first lines are there, all of them, and all in another order. */
export async function benchConcordance(client: Client, projectPath: string, articles: number): Promise<Figure[]> {
  const db = new Database(projectPath, { readonly: true })
  const marked = db.prepare(
    `SELECT highlight(article_fts, 1, char(1), char(2)) AS text FROM article_fts WHERE article_fts MATCH ? ORDER BY rowid`,
  )
  const context = { unit: 'words', size: 12 } as const
  const figures: Figure[] = []
  for (const query of QUERIES) {
    const firstMs: number[] = []
    const allMs: number[] = []
    const sortMs: number[] = []
    const floorFirstMs: number[] = []
    const floorMs: number[] = []
    let found: ConcordanceState | null = null
    for (let run = 0; run < RUNS; run++) {
      const startMs = performance.now()
      const source = { kind: 'query', query } as const
      const { concordanceId } = await client.ask('concordance.start', { source, filter: null, sort: 'imported' })
      await client.ask('concordance.rows', { concordanceId, from: 0, count: ROWS, context })
      firstMs.push(performance.now() - startMs)
      found = await ended(client, concordanceId, 'imported')
      allMs.push(performance.now() - startMs)
      sortMs.push(await timedMs(() => client.ask('concordance.sort', { concordanceId, sort: 'left1', chosen: [] })))
      const match = query.endsWith('*') ? `"${query.slice(0, -1)}" *` : `"${query}"`
      floorFirstMs.push(await timedMs(() => bareHits(marked, match, ROWS)))
      // as far as the concordance goes
      floorMs.push(await timedMs(() => bareHits(marked, match, found!.hits)))
    }
    const hits = found!.hits.toLocaleString('en')
    const add = (name: string, ours: readonly number[], floor?: readonly number[]) =>
      figures.push({
        group: 'Corpus',
        name: `${articles.toLocaleString('en')} articles: concordance of ${hits} hits, ${name}`,
        unit: 'ms',
        dictum: median(ours),
        ...(floor === undefined ? {} : { floor: median(floor) }),
      })
    add('the first lines', firstMs, floorFirstMs)
    add('all', allMs, floorMs)
    add('sorted by the word to the left', sortMs)
  }
  db.close()
  return figures
}

async function ended(client: Client, concordanceId: string, sort: ConcordanceSort): Promise<ConcordanceState> {
  for (;;) {
    const { state } = await client.ask('concordance.sort', { concordanceId, sort, chosen: [] })
    if (state.state !== 'running') return state
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS))
  }
}

/** The index marks the hits, one text after another, and they are counted. */
function bareHits(marked: Database.Statement, match: string, most: number): number {
  let hits = 0
  for (const row of marked.iterate(match) as IterableIterator<{ text: string }>) {
    for (let at = row.text.indexOf('\u0001'); at !== -1; at = row.text.indexOf('\u0001', at + 1)) hits++
    if (hits >= most) break
  }
  return hits
}
