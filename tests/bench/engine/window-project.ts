import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { articleText } from '../generate'
import { SHORT_UTF16, SIZES } from '../window/articles'
import { startClient } from './client'
import { annotate } from './corpus'

/** Makes the project that the window is measured with; `folder` takes the files it is imported from. */
export async function makeWindowProject(folder: string, projectPath: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const lengths = SIZES.flatMap(({ lengthUtf16 }) => [SHORT_UTF16, lengthUtf16])
  lengths.forEach((length, n) => {
    writeFileSync(join(folder, `${n}.txt`), articleText(3_000_000 + n, length))
  })
  const client = startClient()
  await client.askHost('project.create', { path: projectPath, name: 'Bench', annotator: 'Bench' })
  await client.importAll(folder)
  await client.engine.close()
  // the list is in the order of the import: article n + 1 is file n
  annotate(projectPath, (articleId) => (articleId % 2 === 0 ? SIZES[articleId / 2 - 1]!.spans : 0))
}
