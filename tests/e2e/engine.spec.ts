import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { catchMessageBoxes, enginePid, expect, importPaths, killEngine, newProject, test } from './fixtures'

const TEXT = 'Primăria a anunțat vineri acordul. „Nu am semnat nimic”, a declarat edilul.\n'

/** Makes a project with two articles and gives its path. */
async function projectWithArticles(app: ElectronApplication, page: Page, folder: string): Promise<string> {
  const articles = join(folder, 'articles')
  mkdirSync(articles)
  writeFileSync(join(articles, 'one.txt'), ` date 2025-11-14 Portul\n\n${TEXT}`)
  writeFileSync(join(articles, 'two.txt'), ` date 2025-11-15 Sindicatul\n\n${TEXT}`)
  const path = join(folder, 'Harbour.dictum')
  await newProject(app, page, path)
  expect((await importPaths(app, page, articles)).imported).toBe(2)
  return path
}

/** Starts to write the engine's states and the projects that were opened into the page. */
const watchEngine = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const seen: string[] = []
    Object.assign(window, { seen })
    window.dictum.engine.onState((state) => seen.push(state))
    window.dictum.engine.onEvent((event) => {
      if (event.type === 'project-opened') seen.push(`opened ${event.project.path}`)
    })
  })
const seenBy = (page: Page): Promise<string[]> => page.evaluate(() => (window as unknown as { seen: string[] }).seen)

/** Notes that the engine gave its word for, in order of the articles' ids. */
const notes = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const list = await window.dictum.engine.call('articles.query', { filter: {} })
    if (!list.ok) throw new Error(list.error.message)
    const opened = await Promise.all(
      [...list.value.articleIds].map((articleId) => window.dictum.engine.call('article.open', { articleId })),
    )
    return opened.map((result) => (result.ok ? result.value.article.note : result.error.message))
  })

/** Writes notes one after another until the engine dies; gives the last acknowledged one and how the next one failed. */
const writeNotesUntilKilled = (page: Page, from: number) =>
  page.evaluate(async (first) => {
    const list = await window.dictum.engine.call('articles.query', { filter: {} })
    if (!list.ok) throw new Error(list.error.message)
    const articleId = list.value.articleIds[0]!
    for (let n = first; ; n++) {
      const written = await window.dictum.engine.call('article.update', { articleId, patch: { note: String(n) } })
      if (!written.ok) return { acknowledged: n - 1, code: written.error.code }
      Object.assign(window, { acknowledged: n })
    }
  }, from)

test('a killed engine loses nothing that it acknowledged, twice', async ({ app, page, folder }) => {
  const path = await projectWithArticles(app, page, folder)
  await watchEngine(page)
  let next = 1
  for (const round of [1, 2]) {
    const writing = writeNotesUntilKilled(page, next)
    const acknowledgedSoFar = () => page.evaluate(() => (window as { acknowledged?: number }).acknowledged ?? 0)
    await expect.poll(acknowledgedSoFar).toBeGreaterThan(next + 5)
    await killEngine(app)
    const { acknowledged, code } = await writing
    expect(code).toBe('engine_gone')
    expect(acknowledged).toBeGreaterThan(next)
    await expect.poll(() => seenBy(page)).toHaveLength(1 + 4 * round)
    expect((await seenBy(page)).slice(-4)).toEqual(['gone', 'starting', 'ready', `opened ${path}`])
    // the one that was under way may be there as well: it was written, and its answer lost
    const [note] = await notes(page)
    expect([acknowledged, acknowledged + 1]).toContain(Number(note))
    next = acknowledged + 2
  }
  const check = await page.evaluate(() => window.dictum.engine.call('project.check', {}))
  expect(check).toMatchObject({ ok: true, value: { ok: true, integrity: 'ok' } })
})

test('many calls that wait come back as engine_gone, and none hangs', async ({ app, page, folder }) => {
  await projectWithArticles(app, page, folder)
  const pid = (await enginePid(app))!
  // a stopped process answers nothing: all of these wait
  process.kill(pid, 'SIGSTOP')
  const waiting = page.evaluate(() =>
    Promise.all(Array.from({ length: 50 }, () => window.dictum.engine.call('project.stats', {}))),
  )
  const setting = page.evaluate(() => window.dictum.app.call('settings.set', { annotator: 'somebody else' }))
  await expect
    .poll(() => page.evaluate(() => window.dictum.app.call('settings.get', {})))
    .toMatchObject({ value: { annotator: 'somebody else' } })
  await killEngine(app)
  for (const result of await waiting) expect(result).toMatchObject({ ok: false, error: { code: 'engine_gone' } })
  // stored before the engine is told; the next engine opens the project with it
  expect(await setting).toMatchObject({ ok: true, value: { annotator: 'somebody else' } })
  await expect
    .poll(() => page.evaluate(() => window.dictum.engine.call('project.current', {})))
    .toMatchObject({
      ok: true,
      value: { name: 'Harbour', articles: 2, annotator: 'somebody else' },
    })
})

test('five crashes in a minute: it stays gone and says so, until it is started again', async ({
  app,
  page,
  folder,
}) => {
  const path = await projectWithArticles(app, page, folder)
  await watchEngine(page)
  for (const _ of [1, 2, 3, 4, 5]) await killEngine(app)
  await expect.poll(async () => (await seenBy(page)).filter((state) => state === 'gone')).toHaveLength(5)
  await page.waitForTimeout(4_000)
  expect((await seenBy(page)).at(-1)).toBe('gone')
  expect(await enginePid(app)).toBeNull()
  const current = await page.evaluate(() => window.dictum.engine.call('project.current', {}))
  expect(current).toMatchObject({ ok: false, error: { code: 'engine_gone' } })

  expect(await page.evaluate(() => window.dictum.app.call('engine.restart', {}))).toMatchObject({ ok: true })
  await expect.poll(async () => (await seenBy(page)).slice(-3)).toEqual(['starting', 'ready', `opened ${path}`])
  expect(await notes(page)).toEqual(['', ''])
})

test('a reload of the page gets a port of its own', async ({ app, page, folder }) => {
  const path = await projectWithArticles(app, page, folder)
  await page.reload()
  await page.waitForFunction(() => document.documentElement.dataset.ready === 'true')
  const current = await page.evaluate(() => window.dictum.engine.call('project.current', {}))
  expect(current).toMatchObject({ ok: true, value: { path } })
})

test('a page that crashes is loaded again, with the project', async ({ app, page, folder }) => {
  const path = await projectWithArticles(app, page, folder)
  const messages = await catchMessageBoxes(app)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.forcefullyCrashRenderer())
  await expect.poll(messages).toEqual(['The window stopped and was loaded again.'])
  const current = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]!.webContents.executeJavaScript("window.dictum.engine.call('project.current', {})"),
  )
  expect(current).toMatchObject({ ok: true, value: { path } })
})

test('closing the app leaves a project without a journal', async ({ app, page, folder }) => {
  const path = await projectWithArticles(app, page, folder)
  await app.close()
  expect(existsSync(path)).toBe(true)
  expect(existsSync(`${path}-wal`)).toBe(false)
})
