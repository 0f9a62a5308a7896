import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ARTICLES, articleIdAt } from '../window/articles'
import { startClient } from './client'
import { annotate } from './corpus'

/** Makes the project that the window is measured with; `folder` takes the files it is imported from. */
export async function makeWindowProject(folder: string, projectPath: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  // the list is in the order of the import, and that in the order of the names
  for (const [place, { text }] of ARTICLES.entries())
    writeFileSync(join(folder, `${String(place).padStart(4, '0')}.txt`), text(3_000_000 + place))
  const client = startClient()
  await client.askHost('project.create', { path: projectPath, name: 'Bench', annotator: 'Bench' })
  await client.importAll(folder)
  await client.engine.close()
  const spans = new Map(ARTICLES.map((article, place) => [articleIdAt(place), article.spans]))
  annotate(projectPath, (articleId) => spans.get(articleId) ?? 0)
}
