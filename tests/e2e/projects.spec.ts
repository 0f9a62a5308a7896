import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { DEFAULT_CONCORDANCE } from '../../src/shared/domain/search/concordance-view'
import { DEFAULT_BACKUPS, DEFAULT_MARKING, DEFAULT_READING, DEFAULT_VIEW } from '../../src/shared/domain/settings'
import {
  answerOpenDialog,
  answerSaveDialog,
  catchMessageBoxes,
  expect,
  importPaths,
  launchApp,
  newProject,
  paintedPage,
  test,
} from './fixtures'

type AppCall = typeof window.dictum.app.call
const ask = <M extends Parameters<AppCall>[0]>(page: Page, method: M, params: object = {}) =>
  page.evaluate(([name, values]) => window.dictum.app.call(name as never, values as never) as Promise<unknown>, [
    method,
    params,
  ] as const)
const current = (page: Page) => page.evaluate(() => window.dictum.engine.call('project.current', {}))

const titleOf = (app: ElectronApplication): Promise<string> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getTitle())

/** A menu item's state, by the id of its command. */
const menuItem = (app: ElectronApplication, id: string) =>
  app.evaluate(({ Menu }, wanted) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(wanted)
    return item ? { label: item.label, enabled: item.enabled, checked: item.checked } : null
  }, id)

test('a new project gets the extension, the name of its file, the title, and a place in the list', async ({
  app,
  page,
  folder,
}) => {
  expect(await titleOf(app)).toBe('Dictum')
  expect(await menuItem(app, 'project.close')).toMatchObject({ enabled: false })
  await answerSaveDialog(app, join(folder, 'Harbour talks'))
  const path = join(folder, 'Harbour talks.dictum')
  expect(await ask(page, 'project.new')).toMatchObject({ ok: true, value: { name: 'Harbour talks', path } })
  expect(await titleOf(app)).toBe('Harbour talks — Dictum')
  expect(await menuItem(app, 'project.close')).toMatchObject({ enabled: true })
  expect(await ask(page, 'recents.list')).toMatchObject({ ok: true, value: [{ path, exists: true }] })

  await page.evaluate(() => window.dictum.engine.call('project.close', {}))
  await expect.poll(() => titleOf(app)).toBe('Dictum')
  expect(await ask(page, 'project.openRecent', { path })).toMatchObject({ ok: true, value: { path } })
  expect(await ask(page, 'recents.remove', { path })).toEqual({ ok: true, value: [] })
})

test('a new project never replaces a file', async ({ app, page, folder }) => {
  const path = join(folder, 'thesis.dictum')
  writeFileSync(path, 'years of work')
  await answerSaveDialog(app, path)
  expect(await ask(page, 'project.new')).toMatchObject({ ok: false, error: { code: 'project_exists' } })
  expect(readFileSync(path, 'utf8')).toBe('years of work')
  await answerSaveDialog(app, null)
  expect(await ask(page, 'project.new')).toEqual({ ok: true, value: null })
})

test('a folder without a project asks where to make one, beside it', async ({ app, page, folder }) => {
  const articles = join(folder, 'Port press')
  mkdirSync(articles)
  writeFileSync(join(articles, 'one.txt'), 'Portul a fost deschis vineri.\n')
  await answerOpenDialog(app, articles)
  await app.evaluate(({ dialog }) => {
    dialog.showSaveDialog = async (...args: unknown[]) => {
      const { defaultPath } = args.at(-1) as { defaultPath: string }
      return { canceled: false, filePath: defaultPath }
    }
  })
  expect((await importPaths(app, page, articles)).imported).toBe(1)
  expect(await current(page)).toMatchObject({ value: { path: join(folder, 'Port press.dictum'), name: 'Port press' } })

  await page.evaluate(() => window.dictum.engine.call('project.close', {}))
  await answerSaveDialog(app, null)
  expect(await ask(page, 'import.choose', { what: 'folder' })).toEqual({ ok: true, value: null })
  expect(await current(page)).toEqual({ ok: true, value: null })
})

test('what is dropped is imported; a dropped project is opened', async ({ app, page, folder }) => {
  const path = join(folder, 'Harbour.dictum')
  await newProject(app, page, path)
  const article = join(folder, 'one.txt')
  writeFileSync(article, 'Portul a fost deschis vineri.\n')
  const drop = async (file: string | null) => {
    await page.evaluate(() => {
      document.body.append(Object.assign(document.createElement('input'), { type: 'file', id: 'drop' }))
    })
    if (file !== null) await page.setInputFiles('#drop', file)
    return page.evaluate(async (fromDisk) => {
      const input = document.querySelector<HTMLInputElement>('#drop')!
      const files = fromDisk ? [...input.files!] : [new File(['text'], 'made-up.txt')]
      input.remove()
      return window.dictum.app.importDropped(files)
    }, file !== null)
  }
  expect(await drop(article)).toMatchObject({ ok: true, value: { jobId: expect.any(String) } })
  await expect.poll(() => current(page)).toMatchObject({ value: { articles: 1 } })
  expect(await drop(null)).toEqual({ ok: true, value: null })

  await page.evaluate(() => window.dictum.engine.call('project.close', {}))
  expect(await drop(path)).toEqual({ ok: true, value: null })
  await expect.poll(() => current(page)).toMatchObject({ value: { path, articles: 1 } })
})

test('export asks where, and shows only what it wrote', async ({ app, page, folder }) => {
  expect(await ask(page, 'export.choose', { format: 'dictum' })).toMatchObject({ error: { code: 'no_project' } })
  await newProject(app, page, join(folder, 'Harbour.dictum'))
  const target = join(folder, 'out.jsonl')
  await answerSaveDialog(app, join(folder, 'out'))
  expect(await ask(page, 'export.choose', { format: 'dictum' })).toMatchObject({ ok: true })
  await expect.poll(() => existsSync(target)).toBe(true)
  await app.evaluate(({ shell }) => {
    shell.showItemInFolder = () => undefined
  })
  await expect.poll(() => ask(page, 'export.reveal', { path: target })).toEqual({ ok: true, value: null })
})

test.describe('the sample', () => {
  test('is made the first time, opened after that', async ({ page, userData }) => {
    const path = join(userData, 'Sample project.dictum')
    expect(await ask(page, 'project.openSample')).toMatchObject({ ok: true, value: { path } })
    const made = statSync(path).birthtimeMs
    await page.evaluate(() => window.dictum.engine.call('project.close', {}))
    expect(await ask(page, 'project.openSample')).toMatchObject({ ok: true, value: { path } })
    expect(statSync(path).birthtimeMs).toBe(made)
  })

  test.describe('damaged', () => {
    test.use({ fault: { damagedFile: 'Sample project.dictum' } })
    test('is moved aside and made anew', async ({ page, userData }) => {
      expect(await ask(page, 'project.openSample')).toMatchObject({ ok: true })
      const aside = readdirSync(userData).find((name) => name.startsWith('Sample project (damaged '))
      expect(readFileSync(join(userData, aside!), 'utf8')).toBe('{"half": ')
    })
  })
})

test.describe('damaged settings', () => {
  test.use({ fault: { damagedFile: 'settings.json' } })
  test('are kept aside, and the defaults hold', async ({ app, page, userData }) => {
    expect(await ask(page, 'settings.get')).toMatchObject({ ok: true, value: { theme: 'system' } })
    expect(existsSync(join(userData, 'settings.json.damaged'))).toBe(true)
    expect(await ask(page, 'settings.set', { theme: 'dark' })).toMatchObject({ ok: true })
    const value = {
      theme: 'dark',
      annotator: 'Ana',
      reading: DEFAULT_READING,
      marking: DEFAULT_MARKING,
      view: DEFAULT_VIEW,
      concordance: DEFAULT_CONCORDANCE,
      backups: DEFAULT_BACKUPS,
      shortcuts: {},
      recentCommands: [],
      tourOffered: false,
    }
    // one setting at a time: the others stay
    expect(await ask(page, 'settings.set', { annotator: ' Ana ' })).toEqual({ ok: true, value })
    expect(await app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark')
    expect(await menuItem(app, 'theme.dark')).toMatchObject({ checked: true })
    expect(JSON.parse(readFileSync(join(userData, 'settings.json'), 'utf8'))).toEqual(value)
  })
})

test.describe('a damaged list of recent projects', () => {
  test.use({ fault: { damagedFile: 'recent-projects.json' } })
  test('is begun afresh', async ({ page, userData }) => {
    expect(await ask(page, 'recents.list')).toEqual({ ok: true, value: [] })
    expect(existsSync(join(userData, 'recent-projects.json.damaged'))).toBe(true)
  })
})

test('a menu item reaches the page once', async ({ app, page }) => {
  await page.evaluate(() => {
    const commands: string[] = []
    Object.assign(window, { commands })
    window.dictum.app.onCommand((id) => commands.push(id))
  })
  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('help.shortcuts')?.click())
  const commands = () => page.evaluate(() => (window as unknown as { commands: string[] }).commands)
  await expect.poll(commands).toEqual(['help.shortcuts'])
})

test('a shortcut that the page and the menu share is obeyed once', async ({ app, page }) => {
  await app.evaluate(({ dialog }) => {
    const asked = { times: 0 }
    Object.assign(globalThis, { asked })
    dialog.showSaveDialog = async () => {
      asked.times++
      return { canceled: true, filePath: '' }
    }
  })
  await app.evaluate(({ BrowserWindow }) => {
    const { webContents } = BrowserWindow.getAllWindows()[0]!
    // what comes second shows that the first is over
    for (const keyCode of ['N', 'K']) {
      for (const type of ['keyDown', 'keyUp'] as const) {
        webContents.sendInputEvent({ type, keyCode, modifiers: ['control'] })
      }
    }
  })
  const asked = () => app.evaluate(() => (globalThis as unknown as { asked: { times: number } }).asked.times)
  await expect(page.getByRole('dialog', { name: 'Command palette' })).toBeVisible()
  await expect.poll(asked).toBeGreaterThan(0)
  expect(await asked()).toBe(1)
})

test('a second start hands its file to the first and ends', async ({ app, page, folder, userData }) => {
  const first = join(folder, 'First.dictum')
  await newProject(app, page, first)
  await page.evaluate(() => window.dictum.engine.call('project.close', {}))
  const second = await launchApp(userData, {}, [first]).catch(() => null)
  await second?.close().catch(() => undefined)
  await expect.poll(() => current(page)).toMatchObject({ value: { path: first } })
})

test('a project of the command line is open when the page asks; one that cannot be opened is said', async ({
  app,
  page,
  folder,
  userData,
}) => {
  const path = join(folder, 'Harbour.dictum')
  await newProject(app, page, path)
  await app.close()

  const again = await launchApp(userData, {}, [path])
  expect(await current(await paintedPage(again))).toMatchObject({ value: { path } })
  await again.close()

  const missing = await launchApp(userData, { DICTUM_OPEN: join(folder, 'gone.dictum') })
  const messages = await catchMessageBoxes(missing)
  const missingPage = await paintedPage(missing)
  expect(await current(missingPage)).toEqual({ ok: true, value: null })
  const text = join(folder, 'text.dictum')
  writeFileSync(text, 'no project at all')
  await missing.evaluate(({ app: electronApp }, file) => {
    electronApp.emit('open-file', { preventDefault: () => undefined }, file)
  }, text)
  await expect.poll(async () => (await messages()).at(-1)).toContain('is not a Dictum project')
  await missing.close()
})
