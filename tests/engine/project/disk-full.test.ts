import { describe, expect, onTestFinished, test } from 'vitest'
import { systemClock } from '../../../src/engine/base/clock-and-ids'
import { toAppError } from '../../../src/engine/base/errors'
import { checkProject } from '../../../src/engine/check/check'
import { runImport } from '../../../src/engine/import/run-import'
import { MIGRATIONS } from '../../../src/engine/project/migrations'
import { openProject } from '../../../src/engine/project/open'
import { updateArticle } from '../../../src/engine/store/corpus/article-update'
import { undo } from '../../../src/engine/store/history/undo'
import type { Project } from '../../../src/engine/store/project'
import { dumpAnnotations } from '../support/raw-project'
import { TestEngine } from '../support/test-engine'

/** An open project whose file may grow by so many pages only, as on a disk that fills up. */
async function projectWithRoom(pages: number): Promise<{ engine: TestEngine; project: Project; makeRoom: () => void }> {
  const engine = new TestEngine()
  await engine.withArticle('Ana said that taxes will fall.')
  await engine.ask('project.close', {})
  const project = openProject(engine.path('p.dictum'), systemClock, MIGRATIONS)
  onTestFinished(() => project.close())
  const { db } = project.sql
  const present = db.pragma('page_count', { simple: true }) as number
  db.pragma(`max_page_count = ${present + pages}`)
  return { engine, project, makeRoom: () => db.pragma('max_page_count = 1000000') }
}

describe('a disk that fills up', () => {
  test('fails the gesture, and leaves the project sound and usable', async () => {
    const { engine, project, makeRoom } = await projectWithRoom(8)
    const note = (n: number) => updateArticle(project, 'ana', 1, { note: `${n} ${'long note '.repeat(500)}` })
    let done = 0
    let failure: unknown = null
    while (failure === null) {
      try {
        note(done)
        done++
      } catch (error) {
        failure = error
      }
    }
    expect(done).toBeGreaterThan(0)
    expect(toAppError(failure)).toMatchObject({
      code: 'disk_full',
      message: expect.stringContaining('Free some space'),
    })
    expect(await checkProject(project)).toMatchObject({ ok: true })
    const full = dumpAnnotations(engine.path('p.dictum'))
    expect(() => note(done)).toThrow()
    expect(dumpAnnotations(engine.path('p.dictum'))).toEqual(full)
    makeRoom()
    note(done)
    for (let n = 0; n <= done; n++) undo(project, 'ana')
    expect(
      toAppError(
        await Promise.resolve()
          .then(() => undo(project, 'ana'))
          .catch((error) => error),
      ).code,
    ).toBe('nothing_to_undo')
  })

  test('stops an import: what is stored stays, and the rest is named', async () => {
    const { engine, project, makeRoom } = await projectWithRoom(500)
    for (let n = 0; n < 1200; n++) engine.file(`in/${n}.txt`, `Text ${n}. ${'More words. '.repeat(150)}`)
    const run = () =>
      runImport(
        project,
        { paths: [engine.path('in')], author: 'ana' },
        { isCancelled: () => false, isClosing: () => false, progress: () => {} },
      )
    const { state, report } = await run()
    expect(state).toBe('done')
    expect(report!.imported).toBeGreaterThan(0)
    expect(report!.failed).toBe(1200 - report!.imported)
    expect(report!.items[0]).toMatchObject({ code: 'not_stored', message: expect.stringContaining('disk is full') })
    expect(await checkProject(project)).toMatchObject({ ok: true })
    makeRoom()
    expect((await run()).report).toMatchObject({ imported: 1200 - report!.imported, duplicates: report!.imported })
  })

  const SMALL = (n: number) => `Text ${n}. ${'More words. '.repeat(20)}`
  const LARGE = (n: number) => `Text ${n}. ${'Many more words. '.repeat(150_000)}`
  const importAll = (engine: TestEngine, project: Project, isCancelled = () => false, onProgress = (_: number) => {}) =>
    runImport(
      project,
      { paths: [engine.path('in')], author: 'ana' },
      { isCancelled, isClosing: () => false, progress: (phase, done) => phase === 'Importing' && onProgress(done) },
    )
  const name = (n: number) => `in/${String(n).padStart(2, '0')}.txt`

  test('passes over a file that does not fit, and stores the others', async () => {
    const { engine, project, makeRoom } = await projectWithRoom(300)
    for (let n = 0; n < 38; n++) engine.file(name(n), n === 17 ? LARGE(n) : SMALL(n))
    const progress: number[] = []
    const { state, report } = await importAll(engine, project, undefined, (done) => progress.push(done))
    expect(state).toBe('done')
    expect(report).toMatchObject({ imported: 37, failed: 1 })
    expect(report!.items).toEqual([
      {
        path: engine.path(name(17)),
        outcome: 'failed',
        code: 'not_stored',
        message: expect.stringContaining('not fit'),
      },
    ])
    expect(progress).toEqual([...progress].sort((a, b) => a - b))
    expect(progress.at(-1)).toBe(38)
    expect(await checkProject(project)).toMatchObject({ ok: true })
    makeRoom()
    expect((await importAll(engine, project)).report).toMatchObject({ imported: 1, duplicates: 37 })
  })

  test('stops where three in a row do not fit', async () => {
    const { engine, project } = await projectWithRoom(300)
    for (let n = 0; n < 10; n++) engine.file(name(n), [2, 3, 5, 6, 7].includes(n) ? LARGE(n) : SMALL(n))
    const { report } = await importAll(engine, project)
    expect(report).toMatchObject({ imported: 3, failed: 7 })
    expect(report!.items.map(({ message }) => /not fit|not tried/.exec(message)?.[0])).toEqual([
      ...new Array(5).fill('not fit'),
      ...new Array(2).fill('not tried'),
    ])
  })

  test('can be cancelled between files', async () => {
    const { engine, project } = await projectWithRoom(300)
    for (let n = 0; n < 10; n++) engine.file(name(n), n === 2 ? LARGE(n) : SMALL(n))
    let done = 0
    const { state, report } = await importAll(
      engine,
      project,
      () => done >= 5,
      (files) => {
        done = files
      },
    )
    expect(state).toBe('cancelled')
    expect(report).toMatchObject({ imported: 4, failed: 1, cancelled: true })
    expect(report!.items.filter(({ code }) => code === 'cancelled')).toHaveLength(5)
  })
})
