import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { EXPORT_FORMATS } from '../../../../src/shared/domain/interchange'
import { bundledChild } from '../../support/child-bundle'
import { marker } from '../../support/marking'
import { withRawProject } from '../../support/raw-project'
import { tempFolder } from '../../support/temp-folder'
import { TestEngine } from '../../support/test-engine'
import { filesBelow } from '../support/files-below'
import { anyProject, importGenerated } from '../support/generated-project'

const CHILD = bundledChild('tests/engine/export/anywhere/child.ts')

/** What a process of its own exports, in every format. */
function exportedUnder(env: Readonly<Record<string, string>>, project: string): Record<string, string> {
  const folder = tempFolder()
  const { status, stderr } = spawnSync(process.execPath, [CHILD, project, folder], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', ...env },
    encoding: 'utf8',
  })
  expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' })
  return filesBelow(folder)
}

async function exported(engine: TestEngine): Promise<Record<string, string>> {
  const folder = tempFolder()
  for (const format of EXPORT_FORMATS) {
    mkdirSync(join(folder, format))
    await engine.export(join(folder, format, 'out'), { format })
  }
  return filesBelow(folder)
}

const open = (engine: TestEngine, path: string) => engine.ask('project.open', { path, annotator: 'somebody else' })

test('under any locale and in any time zone', { timeout: 120_000 }, async () => {
  for (const articles of fc.sample(anyProject, { seed: 23, numRuns: 2 })) {
    const engine = new TestEngine()
    await engine.create()
    await importGenerated(engine, articles)
    const here = await exported(engine)
    await engine.ask('project.close', {})
    const places: readonly Record<string, string>[] = [
      { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
      { TZ: 'America/St_Johns', LANG: 'C', LC_ALL: 'C' },
      { TZ: 'Asia/Kathmandu', LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8', LANGUAGE: 'ar' },
    ]
    for (const env of places) {
      expect(exportedUnder(env, engine.path('p.dictum')), env.LANG).toEqual(here)
    }
  }
})

test('however the project came to be what it is', { timeout: 60_000 }, async () => {
  const engine = new TestEngine()
  const text = '😀 “Taxes will fall,” Ana Ruiz said on 3 May. Știri: Café.'
  const articleId = await engine.withArticle(text)
  await engine.addArticle('Harbour news.', 'harbour.txt')
  const { mark, link } = marker(engine, articleId, text)
  const claim = await mark('Taxes will fall', 'claim', { form: 'direct' })
  await link('said_by', claim, await mark('Ana Ruiz', 'speaker'))
  await link('said_on', claim, await mark('3 May', 'date'))
  const before = await exported(engine)

  for (let n = 0; n < 5; n++) await engine.ask('history.undo', {})
  for (let n = 0; n < 5; n++) await engine.ask('history.redo', {})
  expect(await exported(engine), 'undone and done again').toEqual(before)

  const copy = join(tempFolder(), 'copy.dictum')
  await engine.ask('project.backup', { path: copy })
  await engine.ask('project.close', {})
  withRawProject(engine.path('p.dictum'), (db) => db.exec('VACUUM'))
  await open(engine, engine.path('p.dictum'))
  expect(await exported(engine), 'vacuumed').toEqual(before)
  await engine.ask('project.close', {})
  await open(engine, copy)
  expect(await exported(engine), 'from a backup').toEqual(before)

  // the same rows under other numbers
  await engine.ask('project.close', {})
  withRawProject(copy, (db) => {
    db.pragma('foreign_keys = OFF')
    for (const table of ['span', 'relation']) db.exec(`UPDATE ${table} SET id = -id`)
    db.exec('UPDATE relation SET from_span = -from_span, to_span = -to_span')
    for (const table of ['span', 'relation']) db.exec(`UPDATE ${table} SET id = id + 1000`)
    db.exec('UPDATE relation SET from_span = from_span + 1000, to_span = to_span + 1000')
  })
  await open(engine, copy)
  expect(await exported(engine), 'rows in another order').toEqual(before)
})
