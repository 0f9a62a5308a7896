import { type ChildProcess, spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'vite'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { withRawProject } from '../support/raw-project'
import { TestEngine } from '../support/test-engine'

// inside node_modules, so that the bundle finds the SQLite addon
const bundleFolder = resolve(`node_modules/.cache/dictum-crash-${process.pid}`)

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: resolve('tests/engine/crash/child.ts'),
      outDir: bundleFolder,
      target: 'node20.18',
      rollupOptions: { output: { entryFileNames: 'child.mjs' } },
    },
    ssr: { noExternal: true, external: ['better-sqlite3'] },
  })
}, 60_000)

afterAll(() => rmSync(bundleFolder, { recursive: true, force: true }))

/** Runs the child until it has acknowledged so much, kills it with SIGKILL, and returns every line that it wrote. */
async function runAndKill(args: string[], lines: number): Promise<string[]> {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
  const child: ChildProcess = spawn(process.execPath, [join(bundleFolder, 'child.mjs'), ...args], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const said: string[] = []
  for await (const line of createInterface({ input: child.stdout! })) {
    said.push(line)
    if (said.length === lines) child.kill('SIGKILL')
  }
  return said
}

const reopened = async (engine: TestEngine) => {
  const project = await engine.ask('project.open', { path: engine.path('p.dictum'), annotator: 'ana' })
  expect(await engine.ask('project.check', {})).toMatchObject({ ok: true, integrity: 'ok' })
  return project
}

test('killed in the middle of gestures, the engine has lost nothing that it acknowledged', {
  timeout: 60_000,
}, async () => {
  const engine = new TestEngine()
  await engine.withArticle('Ana said that taxes will fall, and Bogdan that they will not. '.repeat(20))
  await engine.ask('project.close', {})
  for (const lines of [1, 60, 301]) {
    const said = await runAndKill(['gestures', engine.path('p.dictum')], lines)
    const project = await reopened(engine)
    const { spans } = await engine.ask('article.open', { articleId: 1 })
    const notes = new Map(spans.map(({ uid, note }) => [uid, note]))
    for (const line of said) {
      const [uid, ...note] = line.split(' ') as [string, ...string[]]
      expect(notes.has(uid)).toBe(true)
      if (note.length > 0) expect(notes.get(uid)).toBe(note.join(' '))
    }
    expect(project.undo.undo).not.toBeNull()
    await engine.ask('history.undo', {})
    await engine.ask('project.close', {})
  }
})

test('killed in the middle of an import, it keeps whole articles, and the rest can be imported', {
  timeout: 60_000,
}, async () => {
  const engine = new TestEngine()
  await engine.create()
  await engine.ask('project.close', {})
  for (let n = 0; n < 1500; n++) engine.file(`in/${n}.txt`, `Text ${n}. ${'More words. '.repeat(200)}`)
  const said = await runAndKill(['import', engine.path('p.dictum'), engine.path('in')], 1)
  const { articles } = await reopened(engine)
  expect(articles).toBeGreaterThanOrEqual(Number(said[0]))
  expect(articles).toBeLessThan(1500)
  expect(await engine.import([engine.path('in')])).toMatchObject({ imported: 1500 - articles, duplicates: articles })
  await engine.ask('project.close', {})
  withRawProject(engine.path('p.dictum'), (db) => {
    expect(db.prepare('SELECT state FROM batch ORDER BY id').pluck().all()).toEqual(['interrupted', 'done'])
  })
})
