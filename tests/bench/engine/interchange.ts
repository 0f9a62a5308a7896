import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { FORMATS } from '../../../src/engine/export/formats'
import type { ExportFormatName } from '../../../src/shared/domain/interchange'
import { type Figure, inTurns, median, timedMs } from '../measure'
import { generateAnnotated } from './annotated-project'
import { startClient } from './client'
import { exportByHand } from './export'
import { apart } from './import'
import { benchImportAnnotated } from './import-annotated'
import { benchLint } from './lint'

/** The floor may take this share of the time at least. */
const SHARE_OF_FLOOR = 0.6
const MOST_MEMORY_MB = 200
/** Held against our own JSONL. */
const OTHERS: readonly ExportFormatName[] = ['prodigy', 'brat']
const MOST_OF_OURS = 2
const RUNS = 3
/** Above so many articles a turn takes a quarter of an hour, and is not repeated. */
const REPEATED_UP_TO = 50_000
const OF_PROJECT = ['', '-wal', '-shm']
/** The projects that are imported into. */
const IMPORTED = ['.engine.dictum', '.floor.dictum']

const SMALL_FILE = 'x'.repeat(2000)

function makeFiles(folder: string, files: number): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  for (let n = 0; n < files; n++)
    writeFileSync(join(folder, `an-article-of-the-bench-${n}.txt`), SMALL_FILE, { flag: 'wx' })
}

/**
 * Exports an annotated project of so many articles, with ten spans each, in several formats and by hand, and imports it
 * again; all of it is deleted.
 */
export async function benchInterchange(projectPath: string, articles: number): Promise<Figure[]> {
  const out = (name: string) => `${projectPath}.${name}`
  const say = (what: string) => console.error(`bench: ${articles.toLocaleString('en')} annotated articles: ${what}`)
  const others = OTHERS.filter((name) => FORMATS.some((format) => format.name === name))
  const runs = articles > REPEATED_UP_TO ? 1 : RUNS
  const told = async (what: string, work: () => unknown) => {
    const ms = await timedMs(work)
    say(`${what}: ${(ms / 1000).toFixed(1)} s`)
    return ms
  }
  const clean = (name: string) => rmSync(out(name), { recursive: true, force: true })
  try {
    say('generating')
    await generateAnnotated(projectPath, articles)
    say('export')
    // in a process that nothing else has made larger
    const { idleBytes, peakBytes } = apart('export-engine', out('dictum'), projectPath)
    const memory = peakBytes - idleBytes
    say(`${(memory / 1e6).toFixed(0)} MB over idle`)
    const client = startClient()
    await client.askHost('project.open', { path: projectPath, annotator: 'Bench' })
    const exportTo = async (format: ExportFormatName) => {
      clean(format)
      const ms = await told(format, () => client.exportAll(out(format), format))
      clean(format)
      return ms
    }
    const [dictum, floor, ...rest] = await inTurns(runs, [
      () => exportTo('dictum'),
      async () => {
        const ms = await told('floor', () => exportByHand(projectPath, out('floor')))
        clean('floor')
        return ms
      },
      ...others.map((name) => () => exportTo(name)),
      // what the file system takes for a text and its annotations each
      () => told('files', () => makeFiles(out('files'), 2 * articles)),
    ])
    clean('files')
    const { articles: written, spans } = await client.exportAll(out('dictum'), 'dictum')
    const of = `of ${written.toLocaleString('en')} articles, ${spans.toLocaleString('en')} spans`
    say('lint')
    const lint = await benchLint(client, projectPath, of, runs)
    await client.engine.close()
    say('import')
    const seconds = (values: readonly number[]) => median(values.map((ms) => ms / 1000))
    const group = 'Interchange'
    return [
      {
        group,
        name: `export ${of} (our JSONL, checked; floor: select, stringify, write)`,
        unit: 's',
        dictum: seconds(dictum!),
        floor: seconds(floor!),
        mostOfFloor: Number((1 / SHARE_OF_FLOOR).toFixed(2)),
      },
      { group, name: 'memory over idle meanwhile', unit: 'MB', dictum: median([memory / 1e6]), budget: MOST_MEMORY_MB },
      ...others.map(
        (name, n): Figure => ({
          group,
          name: `export of the same (${name}; floor: our JSONL)`,
          unit: 's',
          dictum: seconds(rest[n]!),
          floor: seconds(dictum!),
          mostOfFloor: MOST_OF_OURS,
        }),
      ),
      { group, name: 'making as many files as brat has, and nothing else', unit: 's', dictum: seconds(rest.at(-1)!) },
      ...lint,
      ...benchImportAnnotated(out('dictum'), projectPath, of, runs),
    ]
  } finally {
    for (const suffix of [
      ...OF_PROJECT,
      ...IMPORTED.flatMap((name) => OF_PROJECT.map((of) => name + of)),
      '.dictum',
      '.floor',
      '.files',
      ...others.map((name) => `.${name}`),
    ])
      rmSync(projectPath + suffix, { recursive: true, force: true })
  }
}
