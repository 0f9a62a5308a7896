import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { systemClock, timestamp } from '../../../src/engine/base/clock-and-ids'
import type { DictumLine } from '../../../src/engine/export/dictum/line'
import { createProject } from '../../../src/engine/project/create'
import { openForWriting } from '../../../src/engine/project/database'
import { MIGRATIONS } from '../../../src/engine/project/migrations'
import { DEFAULT_LABEL_SET } from '../../../src/shared/domain/label-set/default-label-set'
import { type Figure, median } from '../measure'
import { type ImportRun, inOwnProcess, measured } from './import'

const FLOOR_TRANSACTION_LINES = 1000
/** The floor may take this share of the time at least. */
const SHARE_OF_FLOOR = 0.5

/** A file of our JSONL into the same tables: parsed line by line, inserted, with nothing around it. */
export async function importAnnotatedByHand(file: string, projectPath: string): Promise<ImportRun> {
  await createProject({ path: projectPath, name: 'Floor', labelSet: DEFAULT_LABEL_SET }, systemClock, MIGRATIONS)
  const db = openForWriting(projectPath)
  const at = timestamp(systemClock)
  db.prepare(`INSERT INTO batch (uid, started_at, sources, state) VALUES ('floor', ?, '[]', 'done')`).run(at)
  const article = db.prepare(
    `INSERT INTO article (uid, batch_id, title, title_key, published_on, lang, source, path, sha256, encoding, line_ending,
       length_utf16, status, status_changed_at, flagged, note, created_at, updated_at)
     VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?, 'utf-8', 'lf', ?, ?, ?, 0, '', ?, ?)`,
  )
  const text = db.prepare('INSERT INTO article_text (article_id, text) VALUES (?, ?)')
  const index = db.prepare('INSERT INTO article_fts (rowid, title, text) VALUES (?, ?, ?)')
  const span = db.prepare(
    `INSERT INTO span (uid, article_id, label_id, start_utf16, end_utf16, parts, words, attributes, note, author, origin,
       created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, '', ?, ?, ?, ?)`,
  )
  const relation = db.prepare(
    `INSERT INTO relation (uid, article_id, type_id, from_span, to_span, attributes, author, origin, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, '{}', ?, 'imported', ?, ?)`,
  )
  const store = (json: string) => {
    const line = JSON.parse(json) as DictumLine
    const { title, published_on, lang, source, sha256, status } = line.meta
    const words = line.text
    const key = title.toLowerCase()
    const made = article.run(
      line.id,
      title,
      key,
      published_on,
      lang,
      source,
      file,
      sha256,
      words.length,
      status,
      at,
      at,
      at,
    ).lastInsertRowid
    text.run(made, words)
    index.run(made, title, words)
    const ids = new Map<string, number | bigint>()
    for (const one of line.spans) {
      const { id, label, start, end, parts, attributes, annotator, origin } = one
      const put = span.run(
        id,
        made,
        label.toLowerCase(),
        start,
        end,
        JSON.stringify(parts),
        one.text,
        JSON.stringify(attributes),
        annotator,
        origin,
        at,
        at,
      )
      ids.set(id, put.lastInsertRowid)
    }
    for (const { id, type, from, to, annotator } of line.relations) {
      relation.run(id, made, type, ids.get(from), ids.get(to), annotator, at, at)
    }
  }
  const storeAll = db.transaction((lines: string[]) => lines.forEach(store))
  const run = await measured(async () => {
    let lines: string[] = []
    for await (const line of createInterface({ input: createReadStream(file, 'utf8') })) {
      lines.push(line)
      if (lines.length < FLOOR_TRANSACTION_LINES) continue
      storeAll(lines)
      lines = []
    }
    storeAll(lines)
  })
  db.close()
  return run
}

/** Imports one file of our JSONL again and again, by the engine and by hand in turn, each in a process of its own. */
export function benchImportAnnotated(file: string, projectPath: string, of: string, runs: number): Figure[] {
  const engine: ImportRun[] = []
  const floor: ImportRun[] = []
  const told = (part: Parameters<typeof inOwnProcess>[0], project: string) => {
    const run = inOwnProcess(part, file, `${projectPath}.${project}.dictum`)
    console.error(`bench: ${part}: ${(run.ms / 1000).toFixed(1)} s`)
    return run
  }
  for (let run = 0; run < runs; run++) {
    engine.push(told('import-engine', 'engine'))
    floor.push(told('import-annotated-floor', 'floor'))
  }
  const grownMb = ({ idleBytes, peakBytes }: ImportRun) => (peakBytes - idleBytes) / 1e6
  const group = 'Interchange'
  return [
    {
      group,
      name: `import ${of} (our JSONL; floor: parse, insert)`,
      unit: 's',
      dictum: median(engine.map(({ ms }) => ms / 1000)),
      floor: median(floor.map(({ ms }) => ms / 1000)),
      mostOfFloor: 1 / SHARE_OF_FLOOR,
    },
    {
      group,
      name: 'memory over idle meanwhile',
      unit: 'MB',
      dictum: median(engine.map(grownMb)),
      floor: median(floor.map(grownMb)),
    },
  ]
}
