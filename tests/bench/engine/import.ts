import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { systemClock, timestamp } from '../../../src/engine/base/clock-and-ids'
import { createProject } from '../../../src/engine/project/create'
import { openForWriting } from '../../../src/engine/project/database'
import { MIGRATIONS } from '../../../src/engine/project/migrations'
import { DEFAULT_LABEL_SET } from '../../../src/shared/domain/label-set/default-label-set'
import { type Figure, median } from '../measure'
import { startClient } from './client'

const FLOOR_TRANSACTION_FILES = 1000
const MB = 1_000_000

export interface ImportRun {
  readonly ms: number
  /** Resident memory before, and the most of it at any time until the end. */
  readonly idleBytes: number
  readonly peakBytes: number
}

export async function measured(work: () => Promise<unknown>): Promise<ImportRun> {
  globalThis.gc?.()
  const idleBytes = process.memoryUsage.rss()
  const startMs = performance.now()
  await work()
  return { ms: performance.now() - startMs, idleBytes, peakBytes: process.resourceUsage().maxRSS * 1024 }
}

/** Imports a folder into a new project with the real engine. */
export async function importWithEngine(folder: string, projectPath: string): Promise<ImportRun> {
  const client = startClient()
  await client.askHost('project.create', { path: projectPath, name: 'Bench', annotator: 'Bench' })
  const run = await measured(() => client.importAll(folder))
  await client.engine.close()
  return run
}

/** Exports a whole project as our JSONL with the real engine. */
export async function exportWithEngine(path: string, projectPath: string): Promise<ImportRun> {
  const client = startClient()
  await client.askHost('project.open', { path: projectPath, annotator: 'Bench' })
  const run = await measured(() => client.exportAll(path))
  await client.engine.close()
  return run
}

/** The same files into the same tables: read, hashed, inserted, with nothing around it. */
export async function importByHand(folder: string, projectPath: string): Promise<ImportRun> {
  await createProject({ path: projectPath, name: 'Floor', labelSet: DEFAULT_LABEL_SET }, systemClock, MIGRATIONS)
  const db = openForWriting(projectPath)
  const at = timestamp(systemClock)
  db.prepare(`INSERT INTO batch (uid, started_at, sources, state) VALUES ('floor', ?, '[]', 'done')`).run(at)
  const article = db.prepare(
    `INSERT INTO article (uid, batch_id, title, title_key, published_on, source, path, sha256, encoding, line_ending,
       length_utf16, status, status_changed_at, flagged, note, metadata, created_at, updated_at)
     VALUES (?, 1, ?, ?, ?, ?, ?, ?, 'utf-8', 'lf', ?, 'todo', ?, 0, '', '{}', ?, ?)`,
  )
  const text = db.prepare('INSERT INTO article_text (article_id, text) VALUES (?, ?)')
  const index = db.prepare('INSERT INTO article_fts (rowid, title, text) VALUES (?, ?, ?)')
  const store = (path: string) => {
    const bytes = readFileSync(path)
    const words = bytes.toString('utf8')
    const title = words.slice(0, words.indexOf('\n'))
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const day = basename(path).slice(0, 10)
    const uid = systemClock.uid()
    const made = article.run(uid, title, title.toLowerCase(), day, path, path, sha256, words.length, at, at, at)
    text.run(made.lastInsertRowid, words)
    index.run(made.lastInsertRowid, title, words)
  }
  const storeAll = db.transaction((paths: string[]) => paths.forEach(store))
  const run = await measured(async () => {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
    for (let n = 0; n < files.length; n += FLOOR_TRANSACTION_FILES)
      storeAll(files.slice(n, n + FLOOR_TRANSACTION_FILES))
  })
  db.close()
  return run
}

/** Runs one part of the bench in a process of its own, which tells what it took. */
export function apart(
  how: 'import-engine' | 'import-floor' | 'import-annotated-floor' | 'export-engine',
  first: string,
  projectPath: string,
): ImportRun {
  const args = [...process.execArgv, process.argv[1]!, how, first, projectPath]
  const { stdout, status } = spawnSync(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  if (status !== 0) throw new Error(`${how} ended with status ${status}`)
  return JSON.parse(stdout.toString()) as ImportRun
}

/** Imports into a new project, in a process of its own. */
export function inOwnProcess(
  how: Exclude<Parameters<typeof apart>[0], 'export-engine'>,
  folder: string,
  projectPath: string,
): ImportRun {
  for (const suffix of ['', '-wal', '-shm']) rmSync(projectPath + suffix, { force: true })
  return apart(how, folder, projectPath)
}

/** Imports `articles` files again and again, by the engine and by hand in turn. */
export function benchImport(folder: string, projectPath: string, articles: number, runs: number): Figure[] {
  const engine: ImportRun[] = []
  const floor: ImportRun[] = []
  for (let run = 0; run < runs; run++) {
    engine.push(inOwnProcess('import-engine', folder, projectPath))
    floor.push(inOwnProcess('import-floor', folder, `${projectPath}.floor.dictum`))
  }
  const grownMb = ({ idleBytes, peakBytes }: ImportRun) => (peakBytes - idleBytes) / MB
  const name = `import of ${articles.toLocaleString('en')} files of 2.5 KB`
  return [
    {
      group: 'Engine',
      name,
      unit: 's',
      dictum: median(engine.map(({ ms }) => ms / 1000)),
      floor: median(floor.map(({ ms }) => ms / 1000)),
    },
    {
      group: 'Engine',
      name: 'memory over idle while importing them',
      unit: 'MB',
      dictum: median(engine.map(grownMb)),
      floor: median(floor.map(grownMb)),
    },
  ]
}
