import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { app, session } from 'electron'
import { registerAppScheme, serveApp } from './app-protocol'
import { projectArgument, readLaunch } from './launch'
import { describe, log } from './log'
import { paths } from './paths'
import { type Program, startProgram } from './program'
import { hardenAllContents, hardenProcess, hardenSession } from './security'

/** What a second start hands to the first one. */
interface SecondStart {
  readonly open: string | null
}

if (process.env.DICTUM_USER_DATA) {
  const userData = resolve(process.env.DICTUM_USER_DATA)
  mkdirSync(userData, { recursive: true })
  app.setPath('userData', userData)
}

const folder = process.cwd()
let program: Program | null = null
let fileOfSystem: string | null = null
let stopped = false

function reportBug(error: unknown): void {
  log('main', `bug: ${describe(error)}`)
  process.stderr.write(`${describe(error)}\n`)
}
process.on('uncaughtException', reportBug)
process.on('unhandledRejection', reportBug)

function openLater(path: string): void {
  if (program === null) fileOfSystem = path
  else program.openFile(path)
}

function listen(): void {
  app.on('second-instance', (_event, args, otherFolder, data) => {
    const open = (data as SecondStart | null)?.open ?? projectArgument(args.slice(1), otherFolder)
    if (open !== null) openLater(open)
    else program?.showWindow()
  })
  app.on('open-file', (event, path) => {
    event.preventDefault()
    openLater(path)
  })
  app.on('activate', () => program?.showWindow())
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    if (reason !== 'clean-exit') log('main', `${type} process is gone: ${reason}, code ${exitCode}`)
  })
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  app.on('will-quit', (event) => {
    if (stopped || program === null) return
    // the engine closes the project first: no journal is left beside it
    event.preventDefault()
    stopped = true
    void program.stop().finally(() => app.exit(0))
  })
}

async function main(): Promise<void> {
  const launch = readLaunch(process.argv.slice(1), process.env, folder)
  // Chromium may reorder and add to the arguments that it passes on: the path travels apart
  if (!app.requestSingleInstanceLock({ open: launch.open } satisfies SecondStart)) {
    app.exit(0)
    return
  }
  listen()
  hardenAllContents()
  await app.whenReady()
  log('main', `Dictum ${app.getVersion()}, Electron ${process.versions.electron}, ${process.platform}`)
  app.setAboutPanelOptions({ applicationName: app.name, applicationVersion: app.getVersion() })
  hardenSession(session.defaultSession)
  serveApp(session.defaultSession, paths.renderer())
  program = startProgram({ ...launch, open: fileOfSystem ?? launch.open })
}

hardenProcess()
registerAppScheme()
main().catch((error) => {
  reportBug(error)
  app.exit(1)
})
