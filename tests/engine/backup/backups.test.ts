import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  statSync,
  truncateSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createSchedule } from '../../../src/engine/backup/schedule'
import { systemClock } from '../../../src/engine/base/clock-and-ids'
import { createProject } from '../../../src/engine/project/create'
import { MIGRATIONS } from '../../../src/engine/project/migrations'
import { openProject } from '../../../src/engine/project/open'
import { DEFAULT_LABEL_SET } from '../../../src/shared/domain/label-set/default-label-set'
import { marker } from '../support/marking'
import { dumpAll, withRawProject } from '../support/raw-project'
import { TestEngine } from '../support/test-engine'

const TEXT = 'Ana said that taxes will fall on 3 May.'
const MINUTE = 60_000

/** Time that stands still until it is told to go on. */
function handClock(start = Date.now()) {
  let now = start
  return {
    clock: { now: () => new Date(now), uid: systemClock.uid },
    pass: (minutes: number) => {
      now += minutes * MINUTE
    },
  }
}

const names = (engine: TestEngine) =>
  existsSync(engine.path('p.backups')) ? readdirSync(engine.path('p.backups')).sort() : []

/** An open project with a schedule whose minutes a test turns itself. */
async function scheduled(everyMinutes = 15) {
  const time = handClock()
  const engine = new TestEngine({ clock: time.clock })
  const articleId = await engine.withArticle(TEXT)
  await engine.ask('project.close', {})
  const project = openProject(engine.path('p.dictum'), time.clock, MIGRATIONS)
  onTestFinished(() => project.close())
  const told: string[] = []
  const schedule = createSchedule(project, {
    everyMinutes: () => everyMinutes,
    onProblem: (message) => told.push(message),
  })
  const note = (text: string) => project.sql.run('UPDATE article SET note = ? WHERE id = ?', text, articleId)
  return { engine, project, schedule, note, told, ...time }
}

test('a backup is made after 15 minutes, and another only after further change', async () => {
  const { engine, schedule, note, pass } = await scheduled()
  await schedule.tick()
  expect(names(engine)).toEqual([])
  pass(15)
  await schedule.tick()
  expect(names(engine)).toHaveLength(1)
  pass(60)
  await schedule.tick()
  expect(names(engine)).toHaveLength(1)
  note('changed')
  await schedule.tick()
  expect(names(engine)).toHaveLength(2)
  for (const name of names(engine)) {
    expect(name).toMatch(/^p \d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d [+-]\d{4}\.dictum$/u)
    withRawProject(engine.path(join('p.backups', name)), (db) => {
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
      expect(db.pragma('journal_mode', { simple: true })).toBe('delete')
    })
  }
  // nothing but backups is left in the folder
  expect(readdirSync(engine.path('p.backups'))).toHaveLength(2)
})

test('a day of work leaves a bounded folder', async () => {
  const { engine, schedule, note, pass } = await scheduled()
  for (let n = 0; n < 96; n++) {
    pass(15)
    note(`note ${n}`)
    await schedule.tick()
  }
  expect(names(engine).length).toBeGreaterThan(25)
  expect(names(engine).length).toBeLessThanOrEqual(40)
})

test('gestures go on while a backup is made, and it is whole', async () => {
  const { engine, project, schedule } = await scheduled()
  project.sql.transaction(() => {
    project.sql.run("INSERT INTO meta (key, value) VALUES ('ballast', ?)", 'x'.repeat(30_000_000))
  })
  let isDone = false
  let gestures = 0
  const making = schedule.now('manual').then((made) => {
    isDone = true
    return made
  })
  while (!isDone) {
    project.sql.run('UPDATE article SET note = ?', `note ${gestures++}`)
    await new Promise(setImmediate)
  }
  const made = await making
  expect(gestures).toBeGreaterThan(5)
  withRawProject(made.path, (db) => {
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(db.prepare('SELECT note FROM article').pluck().get()).toMatch(/^note \d+$/u)
  })
  expect(names(engine)).toEqual([made.name])
})

test('on closing, the last changes are backed up', async () => {
  const { engine, schedule, note, pass } = await scheduled()
  pass(4)
  note('one')
  await schedule.beforeClosing()
  expect(names(engine)).toEqual([])
  pass(2)
  await schedule.beforeClosing()
  expect(names(engine)).toHaveLength(1)
})

test('another session goes on where the last one ended', async () => {
  const { engine, project, schedule, pass, clock } = await scheduled()
  pass(20)
  await schedule.beforeClosing()
  expect(names(engine)).toHaveLength(1)
  project.close()
  const again = openProject(engine.path('p.dictum'), clock, MIGRATIONS)
  onTestFinished(() => again.close())
  const next = createSchedule(again, { everyMinutes: () => 15, onProblem: () => undefined })
  pass(20)
  await next.tick()
  expect(names(engine)).toHaveLength(1)
  again.sql.run('UPDATE article SET note = ?', 'later')
  await next.tick()
  expect(names(engine)).toHaveLength(2)
})

test('none by itself where they are switched off', async () => {
  const { engine, schedule, note, pass } = await scheduled(0)
  pass(600)
  note('changed')
  await schedule.tick()
  await schedule.beforeClosing()
  expect(names(engine)).toEqual([])
})

test('a backup that cannot be made is told once, loses nothing, and is tried again', async () => {
  const { engine, project, schedule, note, told, pass } = await scheduled()
  writeFileSync(engine.path('p.backups'), 'a file where the folder should be')
  for (const text of ['one', 'two', 'three']) {
    pass(20)
    note(text)
    await schedule.tick()
  }
  expect(told).toHaveLength(1)
  expect(told[0]).toMatch(/^No backup could be made: the folder .+ cannot be written\. Your work is saved/u)
  expect(project.sql.get('SELECT note FROM article')).toEqual({ note: 'three' })
  unlinkSync(engine.path('p.backups'))
  await schedule.tick()
  expect(names(engine)).toEqual([])
  pass(20)
  await schedule.tick()
  expect(names(engine)).toHaveLength(1)
})

test('what a killed process left is taken away, and nothing that is not a backup', async () => {
  const { engine, schedule, pass } = await scheduled()
  mkdirSync(engine.path('p.backups'))
  const old = new Date(Date.now() - 2 * 60 * MINUTE)
  for (const name of ['.backup-0193.tmp', '.backup-0193.tmp-wal', 'my notes.txt', 'Copy of p.dictum']) {
    writeFileSync(engine.path(join('p.backups', name)), 'x')
    utimesSync(engine.path(join('p.backups', name)), old, old)
  }
  pass(20)
  await schedule.tick()
  expect(names(engine)).toHaveLength(3)
  expect(names(engine)).toEqual(expect.arrayContaining(['my notes.txt', 'Copy of p.dictum']))
})

/** A project with one backup that was made before its last gesture. */
async function restorable() {
  const time = handClock()
  const engine = new TestEngine({ clock: time.clock })
  const articleId = await engine.withArticle(TEXT)
  const { mark } = marker(engine, articleId, TEXT)
  await mark('Ana', 'speaker')
  const backup = await engine.ask('backup.now', {})
  const then = dumpAll(engine.path('p.dictum'))
  time.pass(3)
  await mark('taxes', 'claim')
  const now = dumpAll(engine.path('p.dictum'))
  return { engine, backup, then, now, ...time }
}

test('a backup takes the place of the project, which becomes a backup itself', async () => {
  const { engine, backup, then, now } = await restorable()
  const { present, backups } = await engine.ask('backup.list', {})
  expect(present).toEqual({ articles: 1, putAway: 0, spans: 2, links: 0, steps: 3 })
  expect(backups).toEqual([
    { ...backup, kind: 'manual', contents: { articles: 1, putAway: 0, spans: 1, links: 0, steps: 2 } },
  ])
  const reopened = await engine.ask('backup.restore', { name: backup.name })
  expect(reopened).toMatchObject({
    path: engine.path('p.dictum'),
    undo: { undo: { summary: 'mark “Ana” as Speaker' } },
  })
  expect(engine.events.slice(-2).map(({ type }) => type)).toEqual(['project-closed', 'project-opened'])
  expect((await engine.ask('project.check', {})).findings).toEqual([])
  expect(dumpAll(engine.path('p.dictum'))).toEqual(then)
  const [kept] = (await engine.ask('backup.list', {})).backups
  expect(kept).toMatchObject({ kind: 'restore', contents: { spans: 2, steps: 3 } })
  await engine.ask('backup.restore', { name: kept!.name })
  expect(dumpAll(engine.path('p.dictum'))).toEqual(now)
})

test('a copy of a backup is a project beside the other', async () => {
  const { engine, backup, then, now } = await restorable()
  const project = engine.path('p.dictum')
  await engine.ask('backup.copyTo', { project, name: backup.name, path: engine.path('copy.dictum') })
  expect(dumpAll(engine.path('copy.dictum'))).toEqual(then)
  expect(dumpAll(project)).toEqual(now)
  const again = { project, name: backup.name, path: engine.path('copy.dictum') }
  expect(await engine.refused('backup.copyTo', again)).toMatchObject({ code: 'project_exists' })
})

test('only what is in the folder can be restored by name, and nothing damaged', async () => {
  const { engine, backup, now } = await restorable()
  copyFileSync(engine.path(join('p.backups', backup.name)), engine.path('elsewhere 2026-01-01 00.00.00 +0000.dictum'))
  expect(
    await engine.refused('backup.restore', { name: '../elsewhere 2026-01-01 00.00.00 +0000.dictum' }),
  ).toMatchObject({ code: 'not_found' })
  truncateSync(engine.path(join('p.backups', backup.name)), 20_000)
  expect(await engine.refused('backup.restore', { name: backup.name })).toMatchObject({ code: 'project_damaged' })
  // and the project is open as it was
  expect((await engine.ask('project.current', {}))?.path).toBe(engine.path('p.dictum'))
  expect(dumpAll(engine.path('p.dictum'))).toEqual(now)
})

test.each(['cut short', 'overwritten at its beginning'])(
  'a damaged project (%s) is replaced, and kept',
  async (how) => {
    const { engine, backup, then } = await restorable()
    await engine.ask('project.close', {})
    const project = engine.path('p.dictum')
    if (how === 'cut short') truncateSync(project, Math.floor(statSync(project).size / 2))
    else writeFileSync(project, 'no database any more')
    const size = statSync(project).size
    await engine.refused('project.open', { path: project, annotator: 'ana' })
    expect(await engine.ask('backup.newestSound', { project })).toMatchObject({ name: backup.name })
    const params = { project, backup: engine.path(join('p.backups', backup.name)), annotator: 'ana' }
    const { kept } = await engine.ask('backup.restoreFile', params)
    expect(kept).toMatch(/ damaged\.dictum$/u)
    expect(statSync(kept!).size).toBe(size)
    expect(dumpAll(project)).toEqual(then)
    expect((await engine.ask('project.check', {})).ok).toBe(true)
    // what is kept of a damaged file is never offered
    expect(await engine.ask('backup.newestSound', { project })).toMatchObject({ name: backup.name })
  },
)

test('the newest backup that is whole is found behind damaged ones', async () => {
  const { engine, backup, pass } = await restorable()
  pass(1)
  const later = await engine.ask('backup.now', {})
  truncateSync(engine.path(join('p.backups', later.name)), 20_000)
  const project = engine.path('p.dictum')
  expect(await engine.ask('backup.newestSound', { project })).toMatchObject({ name: backup.name })
  expect((await engine.ask('backup.list', {})).backups[0]).toMatchObject({ name: later.name })
})

test('while another program has the project open, it is not replaced', async () => {
  const { engine, backup, now } = await restorable()
  const other = new TestEngine({}, engine.folder)
  await other.ask('project.open', { path: engine.path('p.dictum'), annotator: 'bogdan' })
  await other.ask('articles.query', { filter: {} })
  expect(await engine.refused('backup.restore', { name: backup.name })).toMatchObject({ code: 'project_busy' })
  await other.ask('project.close', {})
  expect(dumpAll(engine.path('p.dictum'))).toEqual(now)
  expect((await engine.ask('project.current', {}))?.path).toBe(engine.path('p.dictum'))
})

test('what is put away is told beside the articles that the window counts', async () => {
  const engine = new TestEngine()
  const shown = await engine.withArticle(TEXT)
  const trashed = await engine.addArticle('Something else.')
  await engine.ask('article.trash', { articleIds: [trashed] })
  await engine.ask('backup.now', {})
  const { present, backups } = await engine.ask('backup.list', {})
  expect(await engine.articleIds()).toEqual([shown])
  expect(present).toMatchObject({ articles: 1, putAway: 1 })
  expect(backups[0]?.contents).toEqual(present)
})

test('an older backup is brought up to date when it is restored', async () => {
  const engine = new TestEngine()
  const project = { path: engine.path('p.dictum'), name: 'Test', labelSet: DEFAULT_LABEL_SET }
  await createProject(project, systemClock, MIGRATIONS.slice(0, 1))
  // to be brought up to date, it is backed up
  await engine.ask('project.open', { path: project.path, annotator: 'ana' })
  const [backup] = (await engine.ask('backup.list', {})).backups
  expect(backup).toMatchObject({ kind: 'update', contents: { articles: 0, putAway: 0 } })
  await engine.ask('backup.restore', { name: backup!.name })
  withRawProject(engine.path('p.dictum'), (db) => {
    expect(db.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length)
  })
})

test.skipIf(process.getuid?.() === 0)('a folder that can only be read is no reason to lose anything', async () => {
  const { engine, now } = await restorable()
  chmodSync(engine.path('p.backups'), 0o500)
  onTestFinished(() => chmodSync(engine.path('p.backups'), 0o700))
  expect(await engine.refused('backup.now', {})).toMatchObject({ code: 'io' })
  expect(dumpAll(engine.path('p.dictum'))).toEqual(now)
})
