// npm run bench [-- [engine] [window] [corpus] [interchange] [--articles N] [--sizes N,N] [--only WORDS]]: figures of speed and memory,
// each beside its floor.
import './lib/node-version.mjs'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { build } from 'vite'
import { ensureBuilt } from './lib/build.mjs'
import { underDisplay } from './lib/display.mjs'
import { describeElectron } from './lib/electron.mjs'
import { environment } from './lib/environment.mjs'
import { withTemporary } from './lib/files.mjs'
import { Problem, runMain, say } from './lib/log.mjs'
import { inModules, inRoot, root } from './lib/paths.mjs'
import { run } from './lib/run.mjs'
import { threadPlugin } from './lib/thread-plugin.mjs'

/** @typedef {import('../tests/bench/measure.ts').Figure} Figure */
/** @typedef {import('../tests/bench/measure.ts').Sample} Sample */

/** The last two generate large projects: only where they are asked for. */
const PARTS = ['engine', 'window', 'corpus', 'interchange']
const PLAYWRIGHT = [inModules('@playwright/test/cli.js'), 'test', '-c', 'tests/bench/window/playwright.config.ts']
const USUAL_PARTS = ['engine', 'window']
const SIZES = '10000,200000'
/** Two minutes; 200,000 articles with two million spans are ten times as much. */
const ANNOTATED = '20000'

await runMain(async () => {
  const { values, positionals } = readArguments()
  const articles = Number(values.articles)
  const sizes = (values.sizes ?? SIZES).split(',').map(Number)
  const parts = positionals.length > 0 ? positionals : USUAL_PARTS
  if ([articles, ...sizes].some((count) => !Number.isInteger(count) || count < 1)) throw usage()
  if (parts.some((part) => !PARTS.includes(part))) throw usage()
  const prepared = await environment()
  await ensureBuilt(prepared.env)
  // inside node_modules, so that the bundle finds the SQLite addon
  await withTemporary(inModules('.cache'), async (temporary) => {
    const startedMs = Date.now()
    const bundle = await bundleEngine(path.join(temporary, 'bundle'))
    const node = (/** @type {string[]} */ ...args) =>
      must(run(prepared.electronPath, ['--expose-gc', bundle, ...args], { env: prepared.nodeEnv, cwd: root }))
    const figuresOf = (/** @type {string} */ part) => path.join(temporary, `${part}.json`)
    if (parts.includes('engine'))
      await node('engine', path.join(temporary, 'engine'), String(articles), figuresOf('engine'))
    if (parts.includes('window')) {
      say('bench: the window')
      const project = path.join(temporary, 'window.dictum')
      await node('window-project', path.join(temporary, 'window'), project)
      const playwright = [...PLAYWRIGHT, '--project', 'window']
      if (values.only !== undefined) playwright.push('--grep', values.only)
      const env = {
        ...prepared.env,
        DICTUM_BENCH_PROJECT: project,
        DICTUM_BENCH_PAGE: await bundlePage(path.join(temporary, 'page')),
        DICTUM_BENCH_FIGURES: figuresOf('window'),
      }
      await must(run(...(await underDisplay(process.execPath, playwright)), { cwd: root, env }))
    }
    if (parts.includes('corpus')) {
      await node('corpus', path.join(temporary, 'corpus'), sizes.join(','), figuresOf('corpus'))
      const project = path.join(temporary, 'corpus.dictum')
      await node('generate', project, String(Math.max(...sizes)))
      const env = { ...prepared.env, DICTUM_BENCH_CORPUS: project, DICTUM_BENCH_FIGURES: figuresOf('corpus') }
      await must(
        run(...(await underDisplay(process.execPath, [...PLAYWRIGHT, '--project', 'corpus'])), { cwd: root, env }),
      )
    }
    if (parts.includes('interchange')) {
      const annotated = values.sizes ?? ANNOTATED
      await node('interchange', path.join(temporary, 'interchange'), annotated, figuresOf('interchange'))
    }
    const figures = parts.flatMap(
      (part) => /** @type {Figure[]} */ (JSON.parse(fs.readFileSync(figuresOf(part), 'utf8'))),
    )
    if (values.json) console.log(JSON.stringify(figures, null, 2))
    else printTable(figures)
    const load = os.loadavg()[0]?.toFixed(1)
    say(`${os.availableParallelism()} cores, load ${load} at the end, ${describeElectron(prepared.electron)}`)
    say(`the bench took ${Math.round((Date.now() - startedMs) / 1000)} s`)
  })
})

function readArguments() {
  const options = /** @type {const} */ ({
    articles: { type: 'string', default: '5000' },
    /** Of the projects that the corpus is measured with; the window with the largest. */
    sizes: { type: 'string' },
    /** Of the window's, those whose name holds this. */
    only: { type: 'string' },
    json: { type: 'boolean', default: false },
  })
  try {
    return parseArgs({ options, allowPositionals: true })
  } catch {
    throw usage()
  }
}

function usage() {
  return new Problem(
    'usage: npm run bench -- [engine] [window] [corpus] [interchange] [--articles N] [--sizes N,N] [--only WORDS] [--json]',
  )
}

/** @param {Promise<number>} ended */
async function must(ended) {
  const status = await ended
  if (status !== 0) throw new Problem(`the bench came to no end (status ${status}); what it said stands above.`)
}

/**
 * @param {string} folder
 * @returns {Promise<string>} the script
 */
async function bundleEngine(folder) {
  await build({
    configFile: false,
    logLevel: 'error',
    plugins: [threadPlugin()],
    build: {
      ssr: inRoot('tests/bench/engine/main.ts'),
      outDir: folder,
      target: 'node20.18',
      rollupOptions: { output: { entryFileNames: 'bench.mjs', chunkFileNames: '[name].mjs' } },
    },
    ssr: { noExternal: true, external: ['better-sqlite3'] },
  })
  return path.join(folder, 'bench.mjs')
}

/**
 * What the bench runs inside the page, in one piece: the drawings that Dictum's is held against are part of it.
 * @param {string} folder
 * @returns {Promise<string>} the script
 */
async function bundlePage(folder) {
  await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: folder,
      target: 'chrome130',
      lib: {
        entry: inRoot('tests/bench/window/page/index.ts'),
        formats: ['iife'],
        name: 'page',
        fileName: () => 'page.js',
      },
    },
  })
  return path.join(folder, 'page.js')
}

/** @param {number} value three digits that count */
function number(value) {
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en')
  return String(Number(value.toPrecision(Math.abs(value) < 10 ? 2 : 3)))
}

/** @param {Sample | undefined} sample */
function shown(sample) {
  return sample ? `${number(sample.value)} (${number(sample.low)}–${number(sample.high)}, n ${sample.runs})` : '–'
}

/** @param {Figure} figure */
function budgetOf({ budget, mostOfFloor, unit, dictum, floor }) {
  const said = []
  if (budget !== undefined) {
    const met = unit === 'per s' ? dictum.value >= budget : dictum.value <= budget
    said.push(`${number(budget)} ${met ? 'met' : 'MISSED'}`)
  }
  if (mostOfFloor !== undefined && floor)
    said.push(`${mostOfFloor} × floor ${dictum.value <= mostOfFloor * floor.value ? 'met' : 'MISSED'}`)
  return said.join(', ') || '–'
}

/** @param {Sample} dictum @param {Sample | undefined} other */
function ratio(dictum, other) {
  return other ? (dictum.value / other.value).toFixed(2) : '–'
}

/** Markdown, so that it can be kept. @param {Figure[]} figures */
function printTable(figures) {
  const head = ['figure', 'unit', 'Dictum', 'floor', 'Recogito', '÷ floor', '÷ Recogito', 'budget']
  const rows = figures.map((figure) => [
    figure.name,
    figure.unit,
    shown(figure.dictum),
    shown(figure.floor),
    shown(figure.peer),
    ratio(figure.dictum, figure.floor),
    ratio(figure.dictum, figure.peer),
    budgetOf(figure),
  ])
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)))
  const line = (/** @type {string[]} */ cells) =>
    `| ${cells.map((cell, n) => cell.padEnd(widths[n] ?? 0)).join(' | ')} |`
  console.log([line(head), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rows.map(line)].join('\n'))
}
