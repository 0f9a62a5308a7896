import { app, type BrowserWindow, ipcMain, nativeTheme } from 'electron'
import { CHANNELS } from '../shared/contract/channels'
import type { EngineEvent } from '../shared/contract/wire'
import { DictumError } from '../shared/domain/result'
import { answerWindow } from './app-methods'
import { createDialogs, showError } from './dialogs'
import { createEngineHost } from './engine-host'
import type { Launch } from './launch'
import { describe, log } from './log'
import { showMenu } from './menu'
import { openModels } from './models'
import { paths } from './paths'
import { createProjects } from './projects'
import { openRecents } from './recents'
import { createRecoveryDesk } from './recovery'
import { takeScreenshot } from './screenshot'
import { isFromOurPage } from './security'
import { openSettings } from './settings'
import { createWindow, focusWindow } from './window'
import { surviveCrashes } from './window-crash'
import { goOnWhenSettled } from './window-leave'
import { createWindowLink } from './window-link'
import { showProgress, showTitle } from './window-title'

export interface Program {
  /** Shows the window, making it if there is none. */
  showWindow(): void
  /** Opens a project that the system or a second start named. */
  openFile(path: string): void
  /** Closes the project and ends the engine. */
  stop(): Promise<void>
}

/** Puts the parts together and starts them. After the app is ready. */
export function startProgram(launch: Launch): Program {
  const settings = openSettings(paths.settings())
  const models = openModels(paths.models())
  let window: BrowserWindow | null = null
  let leave: () => void = () => undefined
  let project: { name: string; path: string } | null = null
  const exported = new Set<string>()

  const currentWindow = () => window
  const dialogs = createDialogs(currentWindow)
  const recents = openRecents(paths.recents(), refreshMenu)
  const annotator = () => settings.get().annotator
  const host = createEngineHost({
    path: paths.engine(),
    annotator,
    onEvent: follow,
    onState: () => link.sendEngine(),
    backupMinutes: () => settings.get().backups.everyMinutes,
    onOpenFailed: (path, error) => {
      if (launch.screenshot !== null) failScreenshot(error)
      else void recovery.takeUp(path, error).then((isOffered) => isOffered || showError(dialogs, error))
    },
  })
  const link = createWindowLink(currentWindow, () => host)
  const sample = { project: paths.sampleProject(), folder: paths.sampleFolder() }
  const recovery = createRecoveryDesk(host, dialogs, annotator, () => link.sendEvent({ type: 'project-damaged' }))
  const projects = createProjects(host, dialogs, annotator, sample, recovery)

  function follow(event: EngineEvent, source: 'engine' | 'restart'): void {
    if (event.type === 'project-opened' || event.type === 'project-closed') {
      project = event.type === 'project-opened' ? event.project : null
      if (window !== null) showTitle(window, project)
      if (project !== null) recents.add(project.path, project.name)
      else refreshMenu()
    } else if (event.type === 'job') {
      if (window !== null) showProgress(window, event.job)
      if (event.job.kind === 'export') for (const file of event.job.report?.files ?? []) exported.add(file)
    }
    // an engine tells its window itself
    if (source === 'restart') link.sendEvent(event)
  }

  function refreshMenu(): void {
    const { theme, shortcuts } = settings.get()
    showMenu(
      { hasProject: project !== null, theme, shortcuts, recents: recents.list() },
      {
        command(id) {
          showWindow()
          link.sendCommand(id)
          refreshMenu()
        },
        openRecent: openFile,
      },
    )
  }

  function applySettings(): void {
    nativeTheme.themeSource = launch.theme ?? settings.get().theme
    refreshMenu()
  }

  function showWindow(): void {
    if (window !== null) {
      focusWindow(window)
      return
    }
    const made = createWindow(launch)
    window = made
    showTitle(made, project)
    surviveCrashes(made)
    leave = goOnWhenSettled(made)
    made.once('closed', () => {
      window = null
    })
    if (launch.screenshot !== null) void photograph(made, launch.screenshot)
  }

  async function photograph(page: BrowserWindow, path: string): Promise<void> {
    try {
      await takeScreenshot(page, path)
      await host.stop()
      app.exit(0)
    } catch (error) {
      failScreenshot(error)
    }
  }

  function failScreenshot(error: unknown): void {
    process.stderr.write(`No picture was taken: ${(error as { message?: string }).message ?? String(error)}\n`)
    void host.stop().finally(() => app.exit(1))
  }

  function openFile(path: string): void {
    showWindow()
    projects.open(path).catch((error) => {
      if (error instanceof DictumError && error.code === 'cancelled') return
      if (error instanceof DictumError) showError(dialogs, error.toAppError())
      else log('app', `${path}: ${describe(error)}`)
    })
  }

  ipcMain.on(CHANNELS.engineConnect, (event) => {
    if (isFromOurPage(event)) link.sendEngine()
  })
  answerWindow({
    host,
    settings,
    recents,
    dialogs,
    projects,
    recovery,
    models,
    exported,
    applySettings,
    leave: () => leave(),
  })
  applySettings()
  host.start(launch.open)
  showWindow()
  return { showWindow, openFile, stop: () => host.stop() }
}
