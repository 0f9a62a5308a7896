import { rmSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { COMMON_WORDS, rareWord, seeded } from '../generate'
import { type Figure, median, p95, type Sample, timedMs } from '../measure'
import { type Asked, askFromThread, spendOnThread } from './asker'
import { startClient } from './client'
import { benchConcordance } from './concordance'
import { exportByHand } from './export'
import { generateProject } from './generated-project'

const OPENINGS = 5
const ASKED = 40
const GESTURES = 20
const ROWS = 50
/** As many rows as are in sight, and a few more. */
const SNIPPETS = 20

const FILTERS: readonly object[] = [
  { statuses: ['todo'] },
  { statuses: ['done', 'skipped'] },
  { flagged: true },
  { suggested: true },
  { statuses: ['in_progress'], flagged: true },
  { languages: ['hu'] },
  { tags: ['tag 07'] },
  { extras: [{ key: 'section', value: 'sport' }] },
  { from: '2018-01-01', to: '2018-12-31' },
  { labels: [{ labelId: 'claim', atLeast: 2 }] },
  { missing: ['speaker'] },
]
const SORTS = ['imported', 'newest', 'oldest', 'title'] as const

/** What people type: common words, rare ones, two at once, and beginnings. */
function searches(): string[] {
  const random = seeded(7)
  const common = () => COMMON_WORDS[Math.floor(random() * COMMON_WORDS.length)]!
  const kinds = [
    common,
    () => rareWord(random),
    () => `${common()} ${rareWord(random)}`,
    () => rareWord(random).slice(0, 3),
  ]
  return Array.from({ length: ASKED }, (_, n) => kinds[n % kinds.length]!())
}

/** Generates a project of so many articles, and measures it; the file is deleted at the end. */
export async function benchSize(projectPath: string, articles: number): Promise<Figure[]> {
  try {
    console.error(`bench: ${articles.toLocaleString('en')} articles: generating`)
    await generateProject(projectPath, articles)
    return await measureProject(projectPath, articles)
  } finally {
    for (const suffix of ['', '-wal', '-shm', '.jsonl', '.floor.jsonl']) rmSync(projectPath + suffix, { force: true })
  }
}

/** Figures of a generated project of so many articles, each beside the bare query. */
export async function measureProject(projectPath: string, articles: number): Promise<Figure[]> {
  const say = (what: string) => console.error(`bench: ${articles.toLocaleString('en')} articles: ${what}`)
  const figures: Figure[] = []
  const add = (name: string, unit: Figure['unit'], dictum: Sample, floor?: Sample, budget?: number) =>
    figures.push({
      group: 'Corpus',
      name: `${articles.toLocaleString('en')} articles: ${name}`,
      unit,
      dictum,
      ...(floor === undefined ? {} : { floor }),
      ...(budget === undefined ? {} : { budget }),
    })
  add('the generated file', 'MB', median([statSync(projectPath).size / 1_000_000]))
  say('opening')
  const client = startClient()
  const openMs: number[] = []
  const bareOpenMs: number[] = []
  for (let run = 0; run < OPENINGS; run++) {
    openMs.push(await timedMs(() => client.askHost('project.open', { path: projectPath, annotator: 'Bench' })))
    bareOpenMs.push(await timedMs(() => bareOpening(projectPath)))
  }
  add('opening, in the engine', 'ms', median(openMs), median(bareOpenMs))

  say('lists')
  // the clock also runs while other programs have the processor
  const askAll = async (name: string, asked: readonly Asked[], bare: (asked: Asked) => unknown, budget?: number) => {
    const spent = await spendOnThread(client, asked)
    const onProcessor = spent.map(({ processorMs }) => processorMs)
    add(`${name}, 95th percentile`, 'ms', p95(spent.map(({ ms }) => ms)), p95(await floorOf(asked, bare)), budget)
    add(`${name}, on the processor, 95th percentile`, 'ms', p95(onProcessor), undefined, budget)
    add(`${name}, on the processor, median`, 'ms', median(onProcessor))
  }
  const db = new Database(projectPath, { readonly: true })
  const floorOf = async (asked: readonly Asked[], bare: (asked: Asked) => unknown) => {
    const spent: number[] = []
    for (const one of asked) spent.push(await timedMs(() => bare(one)))
    return spent
  }
  const whole = SORTS.flatMap((sort) =>
    [0, 1, 2, 3, 4].map((): Asked => ({ method: 'articles.query', params: { filter: {}, sort }, rows: ROWS })),
  )
  const ids = db.prepare('SELECT id FROM article ORDER BY id').pluck()
  await askAll('the whole list', whole, () => ids.all())
  const filtered = Array.from(
    { length: ASKED },
    (_, n): Asked => ({
      method: 'articles.query',
      params: { filter: FILTERS[n % FILTERS.length], sort: SORTS[n % SORTS.length] },
      rows: ROWS,
    }),
  )
  const todo = db.prepare("SELECT id FROM article WHERE status = 'todo' ORDER BY id LIMIT 50").pluck()
  await askAll('the first 50 filtered rows', filtered, () => todo.all(), 50)

  say('concordance')
  figures.push(...(await benchConcordance(client, projectPath, articles)))

  say('search')
  const texts = searches()
  const found = texts.map(
    (text): Asked => ({
      method: 'articles.query',
      params: { filter: { text }, sort: 'relevance' },
      rows: ROWS,
      snippets: { text, rows: SNIPPETS },
    }),
  )
  const match = db
    .prepare(
      `SELECT rowid, snippet(article_fts, 1, '', '', '…', 24) FROM article_fts WHERE article_fts MATCH ?
         ORDER BY rank LIMIT 50`,
    )
    .raw()
  await askAll(
    'a ranked search, 50 rows, 20 snippets (floor: bm25 alone)',
    found,
    ({ params }) => match.all(asFts((params as { filter: { text: string } }).filter.text)),
    100,
  )

  say('gestures')
  const gestures = Array.from({ length: GESTURES }, (_, n): Asked[] => [
    { method: 'article.update', params: { articleId: n + 1, patch: { flagged: n % 2 === 0 } } },
    { method: 'articles.query', params: { filter: {}, sort: 'imported' } },
  ]).flat()
  const spent = await askFromThread(client, gestures)
  add('a gesture', 'ms', median(spent.filter((_, n) => n % 2 === 0)))
  add('the list asked for again after it', 'ms', median(spent.filter((_, n) => n % 2 === 1)))

  say('export')
  const exportMs = await timedMs(() => client.exportAll(`${projectPath}.jsonl`))
  rmSync(`${projectPath}.jsonl`)
  const floorMs = await timedMs(() => exportByHand(projectPath, `${projectPath}.floor.jsonl`))
  rmSync(`${projectPath}.floor.jsonl`)
  add('export of all (JSONL, checked)', 's', median([exportMs / 1000]), median([floorMs / 1000]))
  db.close()
  await client.engine.close()
  return figures
}

function bareOpening(projectPath: string): void {
  const db = new Database(projectPath)
  db.prepare("SELECT value FROM meta WHERE key = 'name'").get()
  db.close()
}

const asFts = (text: string) =>
  `${text
    .split(' ')
    .map((word) => `"${word}"`)
    .join(' ')}*`
