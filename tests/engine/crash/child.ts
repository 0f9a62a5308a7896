import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { createEngine } from '../../../src/engine/engine'
import type { HostMethod } from '../../../src/shared/contract/host-methods'
import type { Job } from '../../../src/shared/contract/jobs'
import type { WindowMethod } from '../../../src/shared/contract/window-methods'
import { docOffset } from '../../../src/shared/domain/text/offsets'
import { seeded } from '../../bench/generate'
import { attemptStep, lastEvent } from '../support/random-gestures'
import type { TestEngine } from '../support/test-engine'

// Works on a project for ever and writes a line for whatever was acknowledged, until it is killed.
const [mode, projectPath, folder, seed] = process.argv.slice(2) as [string, string, string, string]
const say = (line: string) => writeSync(1, `${line}\n`)

const ended = new Map<string, (job: Job) => void>()
const engine = createEngine({
  onEvent: (event) => {
    if (event.type === 'job' && event.job.state !== 'running') ended.get(event.job.jobId)?.(event.job)
    if (event.type === 'corpus-changed') {
      void ask('articles.query', { filter: {} }).then((reply) => say(`articles ${(reply as { total: number }).total}`))
    }
  },
})

/** As much of a test's engine as random gestures need. */
const asTestEngine = {
  engine,
  ask,
  finished: (jobId: string) => new Promise<Job>((resolve) => ended.set(jobId, resolve)),
} as unknown as TestEngine

async function ask(method: HostMethod | WindowMethod, params: unknown): Promise<unknown> {
  const result = await engine.callHost(method, params)
  if (!result.ok) throw new Error(`${method}: ${result.error.message}`)
  return result.value
}

/** Marks and notes, one after another. */
async function gestures(): Promise<never> {
  const { article } = (await ask('article.open', { articleId: 1 })) as { article: { text: string } }
  for (let n = 0; ; n++) {
    const start = n % (article.text.length - 40)
    const part = [docOffset(start), docOffset(start + 1 + Math.floor(n / 100) + (n % 30))]
    const result = await engine.callHost('span.create', { articleId: 1, labelId: 'claim', parts: [part] })
    if (!result.ok) continue
    const { uid } = (result.value as { spans: { uid: string }[] }).spans[0]!
    say(uid)
    await ask('span.update', { uid, patch: { note: `note ${n}` } })
    say(`${uid} note ${n}`)
  }
}

/** Every kind of gesture, undo and redo, in an order that the seed decides. */
async function anyGestures(): Promise<never> {
  const random = seeded(Number(seed))
  const below = (most: number) => Math.floor(random() * most)
  for (;;) {
    const dice = random()
    if (dice < 0.1) await engine.callHost(dice < 0.06 ? 'history.undo' : 'history.redo', {})
    else await attemptStep(asTestEngine, [1, 2], [below(12), below(2), below(200), below(200), below(20)])
    say(`event ${(await lastEvent(asTestEngine)) ?? 0}`)
    // an import goes on between two gestures
    await new Promise(setImmediate)
  }
}

async function backups(): Promise<never> {
  for (;;) {
    say('begins')
    say(`backup ${((await ask('backup.now', {})) as { name: string }).name}`)
  }
}

async function restores(): Promise<never> {
  const { backups: all } = (await ask('backup.list', {})) as { backups: { name: string; kind: string }[] }
  const { name } = all.find(({ kind }) => kind === 'manual')!
  for (;;) {
    say('begins')
    await ask('backup.restore', { name })
    say('restored')
  }
}

/** Each a file, then a folder. */
async function exports(): Promise<never> {
  for (;;) {
    for (const [format, name] of [
      ['dictum', 'out.jsonl'],
      ['xmi', 'out'],
    ] as const) {
      const { jobId } = (await ask('export.start', { path: join(folder, name), format })) as { jobId: string }
      say('begins')
      const job = await asTestEngine.finished(jobId)
      if (job.state !== 'done') throw new Error(`the export failed: ${job.error?.message}`)
    }
  }
}

await ask('project.open', { path: projectPath, annotator: 'ana' })
say('open')
if (mode === 'import' || mode === 'both') await ask('import.start', { paths: [folder] })
if (mode === 'import') setInterval(() => {}, 1000)
else if (mode === 'gestures') await gestures()
else if (mode === 'backups') await backups()
else if (mode === 'restores') await restores()
else if (mode === 'exports') await exports()
else await anyGestures()
