import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs'
import Database from 'better-sqlite3'
import { type Figure, interleaved, median, timedMs } from '../measure'
import type { Client } from './client'

const CHUNK_CHARACTERS = 256 * 1024
const SAMPLE_EVERY_MS = 10

/** Selects, stringifies and writes, with nothing around it: no code points, no names, no check of the words. */
export function exportByHand(projectPath: string, path: string): void {
  const db = new Database(projectPath, { readonly: true })
  const articles = db.prepare(
    'SELECT article.*, text FROM article JOIN article_text ON article_text.article_id = article.id ORDER BY uid',
  )
  const spans = db.prepare('SELECT * FROM span WHERE article_id = ? ORDER BY start_utf16')
  const relations = db.prepare('SELECT * FROM relation WHERE article_id = ?')
  const file = openSync(path, 'w')
  let waiting = ''
  for (const article of articles.iterate() as IterableIterator<{ id: number }>) {
    const line = { ...article, spans: spans.all(article.id), relations: relations.all(article.id) }
    waiting += `${JSON.stringify(line)}\n`
    if (waiting.length < CHUNK_CHARACTERS) continue
    writeSync(file, waiting)
    waiting = ''
  }
  writeSync(file, waiting)
  fsyncSync(file)
  closeSync(file)
  db.close()
}

/** The most resident memory above the start while `work` runs, in bytes. */
export async function grownBytes(work: () => Promise<unknown>): Promise<number> {
  globalThis.gc?.()
  const idle = process.memoryUsage.rss()
  let peak = idle
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }, SAMPLE_EVERY_MS)
  await work()
  clearInterval(timer)
  return peak - idle
}

/** Exports the open project, by the engine and by hand in turn. */
export async function benchExport(client: Client, projectPath: string, runs: number): Promise<Figure[]> {
  const { articles, spans } = await client.exportAll(`${projectPath}.jsonl`)
  const [engine, floor] = await interleaved(
    runs,
    () => timedMs(() => client.exportAll(`${projectPath}.jsonl`)),
    () => timedMs(() => exportByHand(projectPath, `${projectPath}.floor.jsonl`)),
  )
  const memory = await grownBytes(() => client.exportAll(`${projectPath}.jsonl`))
  for (const file of [`${projectPath}.jsonl`, `${projectPath}.floor.jsonl`]) rmSync(file)
  const seconds = (values: number[]) => median(values.map((ms) => ms / 1000))
  return [
    {
      group: 'Engine',
      name: `export of ${articles.toLocaleString('en')} articles, ${spans.toLocaleString('en')} spans (JSONL, checked)`,
      unit: 's',
      dictum: seconds(engine),
      floor: seconds(floor),
    },
    {
      group: 'Engine',
      name: 'memory over idle while exporting them',
      unit: 'MB',
      dictum: median([memory / 1_000_000]),
    },
  ]
}
