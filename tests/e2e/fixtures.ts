import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  _electron,
  test as base,
  type ConsoleMessage,
  type ElectronApplication,
  expect,
  type Page,
} from '@playwright/test'

export const root = join(import.meta.dirname, '../..')

/** What is wrong with the world of a test. `damagedFile` and `readOnlyFolder` concern what the test puts there. */
export interface Fault {
  /** Cuts this file of the user-data folder in the middle before the start; it is made if it is not there. */
  readonly damagedFile?: string
  /** Takes the right to write into `folder` away before the start. Means nothing to root. */
  readonly readOnlyFolder?: boolean
}

export interface Options {
  readonly fault: Fault
  /** More environment variables for the app, such as DICTUM_THEME. */
  readonly appEnv: Record<string, string>
  /** Parts of messages in the page's console that this test provokes on purpose. */
  readonly allowedConsole: readonly string[]
}

export interface Fixtures {
  /** A folder for the files of this test; not the user-data folder. */
  readonly folder: string
  readonly userData: string
  readonly app: ElectronApplication
  /** The window, painted. */
  readonly page: Page
}

const temporaryFolder = (name: string): string => mkdtempSync(join(tmpdir(), `dictum-${name}-`))

function cutFile(path: string): void {
  try {
    truncateSync(path, Math.floor(readFileSync(path).length / 2))
  } catch {
    writeFileSync(path, '{"half": ')
  }
}

/** Starts the app with a user-data folder; the caller closes it. Playwright takes the prepared Electron by itself. */
export function launchApp(userData: string, env: Record<string, string> = {}, args: readonly string[] = []) {
  return _electron.launch({
    args: [root, ...args],
    // the theme is the app's, not Playwright's
    colorScheme: null,
    // Chromium's process sandbox cannot run as root (containers); everywhere else it stays on
    chromiumSandbox: process.env.DICTUM_SANDBOX !== 'off' && process.getuid?.() !== 0,
    env: {
      ...(process.env as Record<string, string>),
      DICTUM_USER_DATA: userData,
      // every reply and event is held against the contract
      DICTUM_CHECK_REPLIES: '1',
      ...env,
    },
  })
}

/** The window, once its first state is on the screen. */
export async function paintedPage(app: ElectronApplication): Promise<Page> {
  const page = await app.firstWindow()
  await page.waitForFunction(() => document.documentElement.dataset.ready === 'true')
  return page
}

/** Fails the test where the page threw, complained or broke its content security policy. */
function watchPage(page: Page, allowed: readonly string[]): string[] {
  const complaints: string[] = []
  const note = (text: string) => {
    if (!allowed.some((part) => text.includes(part))) complaints.push(text)
  }
  page.on('pageerror', (error) => note(`page error: ${error.stack ?? error.message}`))
  page.on('console', (message: ConsoleMessage) => {
    if (message.type() === 'error' || message.text().includes('Content Security Policy')) {
      note(`console: ${message.text()}`)
    }
  })
  return complaints
}

export const test = base.extend<Options & Fixtures>({
  fault: [{}, { option: true }],
  appEnv: [{}, { option: true }],
  allowedConsole: [[], { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from the pattern
  folder: async ({}, use) => {
    const folder = temporaryFolder('files')
    await use(folder)
    chmodSync(folder, 0o700)
    rmSync(folder, { recursive: true, force: true })
  },
  userData: async ({ fault, folder }, use) => {
    const userData = temporaryFolder('user')
    mkdirSync(userData, { recursive: true })
    if (fault.damagedFile !== undefined) cutFile(join(userData, fault.damagedFile))
    if (fault.readOnlyFolder) chmodSync(folder, 0o500)
    await use(userData)
    rmSync(userData, { recursive: true, force: true, maxRetries: 5 })
  },
  app: async ({ userData, appEnv, allowedConsole }, use, info) => {
    const app = await launchApp(userData, appEnv)
    await app.context().tracing.start({ screenshots: true, snapshots: true, sources: true })
    const complaints: string[][] = app.windows().map((page) => watchPage(page, allowedConsole))
    app.on('window', (page) => complaints.push(watchPage(page, allowedConsole)))
    let closed = false
    app.on('close', () => {
      closed = true
    })
    await use(app)
    const failed = info.status !== info.expectedStatus
    if (failed) await info.attach('main.log', { path: join(userData, 'logs/main.log') }).catch(() => undefined)
    if (!closed) {
      await app.context().tracing.stop(failed ? { path: info.outputPath('trace.zip') } : {})
      await app.close()
    }
    expect(complaints.flat(), 'nothing went wrong inside the page').toEqual([])
  },
  page: async ({ app }, use) => {
    await use(await paintedPage(app))
  },
})

/** Answers the next open dialogs of the main process with these paths; without any: cancelled. */
export async function answerOpenDialog(app: ElectronApplication, ...filePaths: string[]): Promise<void> {
  await app.evaluate(({ dialog }, paths) => {
    dialog.showOpenDialog = async () => ({ canceled: paths.length === 0, filePaths: paths })
  }, filePaths)
}

/** Answers the next save dialogs of the main process with this path; null: cancelled. */
export async function answerSaveDialog(app: ElectronApplication, filePath: string | null): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async () => ({ canceled: path === null, filePath: path ?? '' })
  }, filePath)
}

/** Collects message boxes instead of showing them; the function that comes back gives their sentences so far. */
export async function catchMessageBoxes(app: ElectronApplication): Promise<() => Promise<string[]>> {
  await app.evaluate(({ dialog }) => {
    const messages: string[] = []
    Object.assign(globalThis, { caughtMessages: messages })
    dialog.showMessageBox = async (...args: unknown[]) => {
      messages.push((args.at(-1) as { message: string }).message)
      return { response: 0, checkboxChecked: false }
    }
  })
  return () => app.evaluate(() => (globalThis as unknown as { caughtMessages: string[] }).caughtMessages)
}

/** Process id of the running engine; null while there is none. */
export const enginePid = (app: ElectronApplication): Promise<number | null> =>
  app.evaluate(
    ({ app: electronApp }) =>
      electronApp
        .getAppMetrics()
        .find((metric) => metric.name === 'Dictum engine' || metric.serviceName === 'Dictum engine')?.pid ?? null,
  )

/** Kills the engine's process as a crash would, and waits until it is gone. Gives the process id. */
export async function killEngine(app: ElectronApplication): Promise<number> {
  let pid: number | null = null
  await expect.poll(async () => (pid = await enginePid(app))).not.toBeNull()
  process.kill(pid!, 'SIGKILL')
  await expect.poll(() => enginePid(app)).not.toBe(pid)
  return pid!
}

/** Makes a new project through the window at `path`. */
export async function newProject(app: ElectronApplication, page: Page, path: string): Promise<void> {
  await answerSaveDialog(app, path)
  const result = await page.evaluate(() => window.dictum.app.call('project.new', {}))
  expect(result).toMatchObject({ ok: true, value: { path } })
}

/** Imports files and folders through the window and waits until it is done; gives the report. */
export async function importPaths(app: ElectronApplication, page: Page, ...paths: string[]) {
  await answerOpenDialog(app, ...paths)
  const job = await page.evaluate(async () => {
    type Ended = Extract<Parameters<Parameters<typeof window.dictum.engine.onEvent>[0]>[0], { type: 'job' }>['job']
    const ended: Ended[] = []
    let wanted: string | null = null
    let finish: (job: Ended) => void = () => undefined
    const finished = new Promise<Ended>((resolve) => {
      finish = resolve
    })
    const stop = window.dictum.engine.onEvent((event) => {
      if (event.type !== 'job' || event.job.state === 'running') return
      ended.push(event.job)
      if (event.job.jobId === wanted) finish(event.job)
    })
    const started = await window.dictum.app.call('import.choose', { what: 'folder' })
    if (!started.ok || started.value === null) throw new Error(`no import: ${JSON.stringify(started)}`)
    wanted = started.value.jobId
    const { ticket } = started.value
    if (ticket !== null) {
      // large enough to be looked at first
      const options = { format: 'auto' as const }
      const gone = await window.dictum.app.call('import.go', { ticket, options })
      if (!gone.ok) throw new Error(`no import: ${JSON.stringify(gone)}`)
      wanted = gone.value.jobId
    }
    const already = ended.find((job) => job.jobId === wanted)
    const job = already ?? (await finished)
    stop()
    return job
  })
  expect(job.state).toBe('done')
  if (job.kind !== 'import' || job.report === null) throw new Error('an import ends with its report')
  return job.report
}

export { expect }
