import Database from 'better-sqlite3'
import { bandKeys } from '../../../src/engine/copies/min-hash'
import { shinglesOf } from '../../../src/engine/copies/shingles'
import { type Figure, median, timedMs } from '../measure'
import { startClient } from './client'
import { generateProject } from './generated-project'

/**
 * Looking for near copies in a project that has not been looked at. The floor reads the same texts and makes their
 * signatures, with nothing around it.
 */
export async function benchCopies(projectPath: string, articles: number): Promise<Figure[]> {
  await generateProject(projectPath, articles)
  // as after an import
  const fresh = new Database(projectPath)
  fresh.exec('DELETE FROM article_signature')
  fresh.close()
  const client = startClient()
  await client.askHost('project.open', { path: projectPath, annotator: 'Bench' })
  const tookMs = await timedMs(() => client.findCopies())
  const memoryMb = process.memoryUsage().rss / 1024 / 1024
  await client.engine.close()
  const db = new Database(projectPath, { readonly: true })
  const floorMs = await timedMs(() => {
    const texts = db.prepare('SELECT text FROM article_text').iterate() as IterableIterator<{ text: string }>
    for (const { text } of texts) bandKeys(shinglesOf(text))
  })
  db.close()
  const group = 'Near copies'
  const among = `among ${articles.toLocaleString('en')} articles`
  return [
    { group, name: `found ${among}`, unit: 's', dictum: median([tookMs / 1000]), floor: median([floorMs / 1000]) },
    { group, name: `memory of the process ${among}`, unit: 'MB', dictum: median([memoryMb]) },
  ]
}
