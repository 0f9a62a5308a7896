import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Figure } from '../measure'
import { startClient } from './client'
import { benchCopies } from './copies'
import { annotate, writeArticles } from './corpus'
import { benchExport } from './export'
import { generateProject } from './generated-project'
import { benchGestures } from './gestures'
import { benchImport, exportWithEngine, importByHand, importWithEngine } from './import'
import { importAnnotatedByHand } from './import-annotated'
import { benchInterchange } from './interchange'
import { benchOpening } from './opening'
import { benchQuery } from './query'
import { benchSize } from './sizes'
import { makeWindowProject } from './window-project'

const ARTICLE_UTF16 = 2500
const SPANS_PER_ARTICLE = 10
const LONG_UTF16 = 1_000_000
const LONG_SPANS = 5000

const [task, first, second, third] = process.argv.slice(2) as [string, string, string, string]

/** All figures of the engine. */
async function benchEngine(folder: string, articles: number): Promise<Figure[]> {
  const files = join(folder, 'files')
  const more = join(folder, 'more')
  const projectPath = join(folder, 'engine.dictum')
  const say = (what: string) => console.error(`bench: ${what}`)
  say('writing articles')
  writeArticles(files, articles, ARTICLE_UTF16, 1)
  writeArticles(more, Math.min(articles, 5000), ARTICLE_UTF16, 1_000_001)
  const long = join(folder, 'long')
  writeArticles(long, 1, LONG_UTF16, 2_000_001)

  say('import')
  const runs = articles > 10_000 ? 3 : 5
  const figures = benchImport(files, projectPath, articles, runs)
  annotate(projectPath, () => SPANS_PER_ARTICLE)

  const client = startClient()
  await client.askHost('project.open', { path: projectPath, annotator: 'Bench' })
  say('export')
  figures.push(...(await benchExport(client, projectPath, runs)))
  say('search')
  figures.push(...(await benchQuery(client, projectPath)))
  say('gestures')
  const articleIds = [...(await client.ask('articles.query', { filter: {} })).articleIds]
  const some = articleIds.filter((_, n) => n % Math.ceil(articleIds.length / 200) === 0)
  const copy = join(folder, 'copy.dictum')
  const gestures = { name: 'span.create, 10 spans an article', articleIds: some, runs: 5, gesturesPerRun: 200 }
  figures.push(...(await benchGestures(client, copy, gestures)))
  say('opening during an import')
  figures.push(...(await benchOpening(client, some, more)))
  await client.engine.close()

  say('gestures in a long article')
  const longPath = join(folder, 'long.dictum')
  const longClient = startClient()
  await longClient.askHost('project.create', { path: longPath, name: 'Long', annotator: 'Bench' })
  await longClient.importAll(long)
  await longClient.ask('project.close', {})
  annotate(longPath, () => LONG_SPANS)
  await longClient.askHost('project.open', { path: longPath, annotator: 'Bench' })
  const slow = { name: 'span.create, article of 1 MB with 5,000 spans', articleIds: [1], runs: 5, gesturesPerRun: 20 }
  figures.push(...(await benchGestures(longClient, copy, slow)))
  await longClient.engine.close()
  return figures
}

if (task === 'import-engine') console.log(JSON.stringify(await importWithEngine(first, second)))
else if (task === 'export-engine') console.log(JSON.stringify(await exportWithEngine(first, second)))
else if (task === 'import-floor') console.log(JSON.stringify(await importByHand(first, second)))
else if (task === 'import-annotated-floor') console.log(JSON.stringify(await importAnnotatedByHand(first, second)))
else if (task === 'window-project') await makeWindowProject(first, second)
else if (task === 'generate') await generateProject(first, Number(second), Number(third ?? 2500))
else if (task === 'interchange') {
  mkdirSync(first, { recursive: true })
  const figures: Figure[] = []
  for (const size of second.split(',').map(Number))
    figures.push(...(await benchInterchange(join(first, 'annotated.dictum'), size)))
  writeFileSync(third, JSON.stringify(figures))
} else if (task === 'corpus') {
  mkdirSync(first, { recursive: true })
  const figures: Figure[] = []
  for (const size of second.split(',').map(Number)) {
    figures.push(...(await benchSize(join(first, 'size.dictum'), size)))
    figures.push(...(await benchCopies(join(first, `copies-${size}.dictum`), size)))
  }
  writeFileSync(third, JSON.stringify(figures))
} else {
  mkdirSync(first, { recursive: true })
  writeFileSync(third, JSON.stringify(await benchEngine(first, Number(second))))
}
