import Database from 'better-sqlite3'
import { type Figure, inTurns, median, timedMs } from '../measure'
import type { Client } from './client'

/** Reads what a look over all annotations needs, article by article, and nothing else. */
function readByHand(projectPath: string): void {
  const db = new Database(projectPath, { readonly: true })
  const text = db.prepare('SELECT text FROM article_text WHERE article_id = ?')
  const spans = db.prepare('SELECT * FROM span WHERE article_id = ? ORDER BY start_utf16')
  const relations = db.prepare('SELECT * FROM relation WHERE article_id = ?')
  for (const id of db.prepare('SELECT id FROM article').pluck().all()) {
    text.get(id)
    spans.all(id)
    relations.all(id)
  }
  db.close()
}

/** Looks over the open project for what is worth mending, beside reading it. */
export async function benchLint(client: Client, projectPath: string, of: string, runs: number): Promise<Figure[]> {
  const [dictum, floor] = await inTurns(runs, [
    () => timedMs(() => client.lint('lint.start', {})),
    async () => timedMs(() => readByHand(projectPath)),
  ])
  const seconds = (values: readonly number[]) => median(values.map((ms) => ms / 1000))
  return [
    {
      group: 'Interchange',
      name: `lint ${of} (floor: select texts, spans, relations)`,
      unit: 's',
      dictum: seconds(dictum!),
      floor: seconds(floor!),
    },
  ]
}
