import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import electronPath from 'electron'
import { pictureOf } from '../engine/support/snapshot'
import {
  answerOpenDialog,
  answerSaveDialog,
  enginePid,
  expect,
  importPaths,
  killEngine,
  launchApp,
  newProject,
  paintedPage,
  root,
  test,
} from './fixtures'
import { failures, goOnFromLook, openByDialog, projectIsSound } from './window'

const ARTICLES = 2000
const WORDS = 'The harbour was closed on Friday, the union said, and nobody knew until when. '

/** Enough articles that an import or export can be caught in the middle. */
function writeMany(folder: string): string {
  const articles = join(folder, 'many')
  mkdirSync(articles)
  for (let n = 0; n < ARTICLES; n++) {
    writeFileSync(join(articles, `${String(n).padStart(4, '0')}.txt`), `Article ${n}.\n${WORDS.repeat(400)}\n`)
  }
  return articles
}

/** The states of a project's batches, oldest first, read past the app; Electron's own Node has the SQLite addon. */
function batchStates(path: string): string[] {
  const script = `
    const db = new (require('better-sqlite3'))(process.argv[1], { readonly: true })
    console.log(JSON.stringify(db.prepare('SELECT state FROM batch ORDER BY id').pluck().all()))`
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
  const answer = execFileSync(String(electronPath), ['-e', script, path], { cwd: root, env, encoding: 'utf8' })
  return JSON.parse(answer) as string[]
}

const articleCount = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const list = await window.dictum.engine.call('articles.query', { filter: {} })
    return list.ok ? list.value.total : -1
  })

test('an import that is cut off keeps what it stored; again, it is completed', async ({
  app,
  page,
  folder,
  userData,
}) => {
  test.slow()
  const articles = writeMany(folder)
  const path = join(folder, 'Harbour.dictum')

  await test.step('the engine dies', async () => {
    await newProject(app, page, path)
    await answerOpenDialog(app, articles)
    await page.keyboard.press('Control+Shift+i')
    await goOnFromLook(page)
    await expect.poll(() => articleCount(page), { intervals: [10], timeout: 60_000 }).toBeGreaterThan(0)
    await killEngine(app)
    const dialog = page.getByRole('dialog', { name: 'Import failed' })
    await expect(dialog).toContainText('The engine stopped before this was finished.')
    await dialog.getByRole('button', { name: 'Close' }).last().click()
    await expect.poll(() => articleCount(page)).toBeGreaterThan(0)
    expect(await articleCount(page)).toBeLessThan(ARTICLES)
    expect(batchStates(path)).toEqual(['interrupted'])
  })

  await test.step('the window is closed', async () => {
    await page.keyboard.press('Control+Shift+i')
    await goOnFromLook(page)
    await expect(page.getByRole('button', { name: 'Cancel import' })).toBeVisible()
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.close())
    await app.waitForEvent('close')
    // it was told to stop, and wrote that down; the journal is merged into the file
    expect(Object.keys(pictureOf(folder)).filter((name) => name.startsWith('Harbour'))).toEqual(['Harbour.dictum'])
    expect(batchStates(path)).toEqual(['interrupted', 'interrupted'])
  })

  const again = await launchApp(userData)
  const later = await paintedPage(again)
  await test.step('imported again: what is there is there already, and the rest comes', async () => {
    await openByDialog(again, later, path)
    await expect.poll(() => articleCount(later)).toBeGreaterThan(0)
    const before = await articleCount(later)
    expect(before).toBeLessThan(ARTICLES)
    const report = await importPaths(again, later, articles)
    expect(report).toMatchObject({ imported: ARTICLES - before, duplicates: before, failed: 0 })
    await expect.poll(() => articleCount(later)).toBe(ARTICLES)
    await projectIsSound(later)
  })

  await test.step('an export that is cancelled leaves no file, and the one that was there', async () => {
    const target = join(folder, 'out.jsonl')
    writeFileSync(target, 'the export of yesterday\n')
    await answerSaveDialog(again, target)
    const before = pictureOf(folder)
    await later.keyboard.press('Control+e')
    await later.getByRole('dialog', { name: 'Export' }).getByRole('button', { name: 'Export…' }).click()
    const cancel = later.getByRole('button', { name: 'Cancel export' })
    await expect(cancel).toBeVisible()
    // held still, so that the cancel comes before the end on any machine
    const pid = (await enginePid(again))!
    process.kill(pid, 'SIGSTOP')
    await cancel.click()
    process.kill(pid, 'SIGCONT')
    const dialog = later.getByRole('dialog', { name: 'Export cancelled' })
    await expect(dialog).toContainText('No file was written.')
    await dialog.getByRole('button', { name: 'Close' }).last().click()
    // the search for copies that follows an import writes into the project meanwhile
    const isOther = ([name]: readonly [string, unknown]) => !name.startsWith('Harbour.dictum')
    expect(Object.entries(pictureOf(folder)).filter(isOther)).toEqual(Object.entries(before).filter(isOther))
  })
  await again.close()
})

test('an export to a place that cannot be written says so and leaves nothing', async ({ app, page, folder }) => {
  const articles = join(folder, 'articles')
  const locked = join(folder, 'locked')
  const taken = join(folder, 'taken.jsonl')
  for (const made of [articles, locked, taken]) mkdirSync(made)
  chmodSync(locked, 0o555)
  writeFileSync(join(articles, 'one.txt'), 'Portul a fost deschis vineri.\n')
  await newProject(app, page, join(folder, 'Harbour.dictum'))
  expect((await importPaths(app, page, articles)).imported).toBe(1)
  const names = () => Object.keys(pictureOf(folder)).filter((name) => !/-(wal|shm)$/.test(name))
  const before = names()
  for (const [target, sentence] of [
    [join(locked, 'out.jsonl'), `The folder ${locked} can only be read. Choose another place.`],
    [join(folder, 'nowhere', 'out.jsonl'), 'is not there. Make it first, or choose another place.'],
    [taken, `${taken} is a folder. Name a file to write.`],
  ] as const) {
    await answerSaveDialog(app, target)
    await page.keyboard.press('Control+e')
    await page.getByRole('dialog', { name: 'Export' }).getByRole('button', { name: 'Export…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Export failed' })
    await expect(dialog).toContainText(sentence)
    await dialog.getByRole('button', { name: 'Close' }).last().click()
    await expect(dialog).toHaveCount(0)
  }
  expect(names()).toEqual(before)
  await expect(failures(page)).toHaveCount(0)
  await projectIsSound(page)
  chmodSync(locked, 0o755)
})
