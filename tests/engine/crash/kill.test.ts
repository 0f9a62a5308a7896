import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, onTestFinished, test } from 'vitest'
import { seeded } from '../../bench/generate'
import { bundledChild } from '../support/child-bundle'
import { withRawProject } from '../support/raw-project'
import { TestEngine } from '../support/test-engine'

const CHILD = bundledChild('tests/engine/crash/child.ts')

/**
 * Runs the child until it has acknowledged so much, and so many milliseconds longer, kills it with SIGKILL, and returns
 * every line that it wrote.
 */
async function runAndKill(args: string[], lines: number, afterMs = 0): Promise<string[]> {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
  const child: ChildProcess = spawn(process.execPath, [CHILD, ...args], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const exited = once(child, 'exit')
  const said: string[] = []
  for await (const line of createInterface({ input: child.stdout! })) {
    said.push(line)
    if (said.length !== lines) continue
    if (afterMs === 0) child.kill('SIGKILL')
    else setTimeout(() => child.kill('SIGKILL'), afterMs)
  }
  // a child that ends by itself has tried nothing
  expect(await exited).toEqual([null, 'SIGKILL'])
  return said
}

const reopened = async (engine: TestEngine) => {
  const project = await engine.ask('project.open', { path: engine.path('p.dictum'), annotator: 'ana' })
  expect(await engine.ask('project.check', {})).toMatchObject({ ok: true, integrity: 'ok', findings: [] })
  return project
}

test('killed in the middle of gestures, the engine has lost nothing that it acknowledged', {
  timeout: 60_000,
}, async () => {
  const engine = new TestEngine()
  await engine.withArticle('Ana said that taxes will fall, and Bogdan that they will not. '.repeat(20))
  await engine.ask('project.close', {})
  for (const lines of [1, 60, 301]) {
    const [, ...said] = await runAndKill(['gestures', engine.path('p.dictum')], lines + 1)
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
  const [, first] = await runAndKill(['import', engine.path('p.dictum'), engine.path('in')], 2)
  const { articles } = await reopened(engine)
  expect(articles).toBeGreaterThanOrEqual(Number(first?.split(' ')[1]))
  expect(articles).toBeLessThan(1500)
  expect(await engine.import([engine.path('in')])).toMatchObject({ imported: 1500 - articles, duplicates: articles })
  await engine.ask('project.close', {})
  withRawProject(engine.path('p.dictum'), (db) => {
    expect(db.prepare('SELECT state FROM batch ORDER BY id').pluck().all()).toEqual(['interrupted', 'done'])
  })
})

/** The same moments again: DICTUM_SEED=… as a failure prints it. */
const SEED = Number(process.env.DICTUM_SEED ?? Date.now() % 1_000_000)
const MOMENTS = 50
/** Side by side, each with a project of its own that lives through all its deaths. */
const LANES = 5

const largest = (said: readonly string[], word: string) =>
  Math.max(0, ...said.filter((line) => line.startsWith(`${word} `)).map((line) => Number(line.split(' ')[1])))

/** Kills a project's process at so many moments of gestures and an import, and looks at what is left each time. */
async function dieOften(lane: number, moments: number): Promise<number> {
  const engine = new TestEngine()
  const random = seeded(SEED + lane)
  await engine.withArticle('Ana said that taxes will fall, and Bogdan that they will not. '.repeat(5))
  await engine.addArticle('Ana și Bogdan au spus că taxele scad. '.repeat(5))
  await engine.ask('project.close', {})
  const folder = engine.path('in')
  let died = 0
  let written = 0
  for (let moment = 0; moment < moments; moment++) {
    for (let n = 0; n < 50; n++) engine.file(`in/${written++}.txt`, `Text ${written}. ${'More words. '.repeat(50)}`)
    const lines = 1 + Math.floor(random() * 40)
    const args = ['both', engine.path('p.dictum'), folder, String(Math.floor(random() * 1e9))]
    const said = await runAndKill(args, lines, Math.floor(random() * 25))
    died++
    const about = `seed ${SEED}, lane ${lane}, moment ${moment}`
    const { articles } = await reopened(engine)
    const last = (await engine.ask('history.list', { limit: 1 }))[0]?.eventId ?? 0
    expect(last, about).toBeGreaterThanOrEqual(largest(said, 'event'))
    expect(articles, about).toBeGreaterThanOrEqual(largest(said, 'articles'))
    await engine.ask('project.close', {})
  }
  await reopened(engine)
  expect((await engine.import([folder])).failed).toBe(0)
  expect((await engine.ask('project.current', {}))?.articles).toBe(written + 2)
  expect((await engine.ask('project.check', {})).findings).toEqual([])
  return died
}

test(`killed at ${MOMENTS} random moments of annotation and import, it loses nothing acknowledged (seed ${SEED})`, {
  timeout: 180_000,
}, async () => {
  const died = await Promise.all(Array.from({ length: LANES }, (_, lane) => dieOften(lane, MOMENTS / LANES)))
  expect(died.reduce((sum, n) => sum + n)).toBe(MOMENTS)
})

test(`killed in the middle of exports, it leaves whole ones only, and the next one cleans up (seed ${SEED})`, {
  timeout: 120_000,
}, async () => {
  const random = seeded(SEED)
  const engine = new TestEngine()
  await engine.create()
  for (let n = 0; n < 60; n++) engine.file(`in/${n}.txt`, `Text ${n}. ${'More words. '.repeat(500)}`)
  await engine.import([engine.path('in')])
  const whole = { jsonl: engine.path('whole.jsonl'), xmi: engine.path('whole') }
  await engine.export(whole.jsonl)
  await engine.export(whole.xmi, { format: 'xmi' })
  await engine.ask('project.close', {})
  const target = engine.path('exports')
  mkdirSync(target)
  const bytesOf = (folder: string) =>
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')])
  for (let moment = 0; moment < 4; moment++) {
    await runAndKill(['exports', engine.path('p.dictum'), target], 2 + (moment % 3), 1 + Math.floor(random() * 300))
    const there = readdirSync(target).filter((name) => !name.includes('.partial-'))
    if (there.includes('out.jsonl')) expect(readFileSync(join(target, 'out.jsonl'))).toEqual(readFileSync(whole.jsonl))
    if (there.includes('out')) expect(bytesOf(join(target, 'out'))).toEqual(bytesOf(whole.xmi))
  }
  await reopened(engine)
  await engine.export(join(target, 'out.jsonl'))
  await engine.export(join(target, 'out'), { format: 'xmi' })
  expect(readdirSync(target).sort()).toEqual(['out', 'out.jsonl'])
})

/** A project that takes a while to copy, with one backup. */
async function heavy(): Promise<TestEngine> {
  const engine = new TestEngine()
  await engine.withArticle('Ana said that taxes will fall.')
  const ballast = engine.file('heavy.txt', 'Many words. '.repeat(700_000))
  await engine.import([ballast])
  await engine.ask('backup.now', {})
  await engine.ask('project.close', {})
  return engine
}

test.each(['backups', 'restores'])(
  `killed in the middle of %s, project and backups are whole (seed ${SEED})`,
  {
    timeout: 120_000,
  },
  async (mode) => {
    const random = seeded(SEED)
    const engine = await heavy()
    const project = engine.path('p.dictum')
    for (let moment = 0; moment < 5; moment++) {
      const said = await runAndKill([mode, project], 2, Math.floor(random() * 400))
      const { articles } = await reopened(engine)
      expect(articles).toBe(2)
      const { backups } = await engine.ask('backup.list', {})
      const made = said.filter((line) => line.startsWith('backup ')).map((line) => line.slice('backup '.length))
      expect(backups.length).toBeGreaterThan(0)
      for (const { name, contents } of backups) expect([name, contents?.articles]).toEqual([name, 2])
      // the newest is never dropped
      if (made.length > 0) expect(backups.map(({ name }) => name)).toContain(made.at(-1))
      await engine.ask('project.close', {})
    }
  },
)
