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

if (process.env.DICTUM_USER_DATA) app.setPath('userData', process.env.DICTUM_USER_DATA)

const folder = process.cwd()
let program: Program | null = null
let fileOfSystem: string | null = null
let stopped = false

process.on('uncaughtException', (error) => log('main', `bug: ${describe(error)}`))
process.on('unhandledRejection', (error) => log('main', `bug: ${describe(error)}`))

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
  hardenSession(session.defaultSession)
  serveApp(session.defaultSession, paths.renderer())
  program = startProgram({ ...launch, open: fileOfSystem ?? launch.open })
}

hardenProcess()
registerAppScheme()
void main()
