import { existsSync } from 'node:fs'
import { app, ipcMain, shell } from 'electron'
import { z } from 'zod'
import { APP_METHODS, type AppMethod, type AppMethods, type AppReply } from '../shared/contract/app-methods'
import { CHANNELS } from '../shared/contract/channels'
import { isMethod, type ParsedParams } from '../shared/contract/methods'
import { DictumError, fail, ok, type Result, unwrap } from '../shared/domain/result'
import type { Dialogs } from './dialogs'
import type { EngineHost } from './engine-host'
import { chooseExportTarget } from './export-target'
import { labelSetSuggestion, readLabelSetFile, writeLabelSetFile } from './label-set-file'
import { describe, log } from './log'
import type { Models } from './models'
import { concordanceSuggestion, type Projects } from './projects'
import type { Recents } from './recents'
import { openCopyOf, type RecoveryDesk } from './recovery'
import { isFromOurPage } from './security'
import type { SettingsStore } from './settings'

export interface AppParts {
  readonly host: EngineHost
  readonly settings: SettingsStore
  readonly recents: Recents
  readonly dialogs: Dialogs
  readonly projects: Projects
  readonly recovery: RecoveryDesk
  readonly models: Models
  /** Files that exports of this session wrote. */
  readonly exported: Set<string>
  /** After the settings were stored. */
  readonly applySettings: () => void
  /** Goes on with the closing or loading again that the page held back. */
  readonly leave: () => void
}

type Handlers = {
  readonly [M in AppMethod]: (params: ParsedParams<AppMethods, M>) => AppReply<M> | Promise<AppReply<M>>
}

function appHandlers(parts: AppParts): Handlers {
  const { host, settings, recents, dialogs, projects, recovery, models, exported, applySettings, leave } = parts
  return {
    'app.info': () => ({
      version: app.getVersion(),
      electron: process.versions.electron,
      platform: process.platform,
      dataFolder: app.getPath('userData'),
    }),
    'settings.get': () => settings.get(),
    async 'settings.set'(patch) {
      const before = settings.get()
      const after = settings.set(patch)
      applySettings()
      if (after.backups.everyMinutes !== before.backups.everyMinutes) {
        const { everyMinutes } = after.backups
        await host.call('session.setBackups', { everyMinutes })
      }
      if (after.annotator !== before.annotator) {
        const told = await host.call('session.setAnnotator', { annotator: after.annotator })
        // an engine that starts again opens the project with the new name
        if (!told.ok && told.error.code !== 'engine_gone') unwrap(told)
      }
      return after
    },
    'recents.list': () => recents.check(),
    'recents.remove'({ path }) {
      recents.remove(path)
      return recents.check()
    },
    'project.new': () => projects.create(),
    'project.open': () => projects.choose(),
    'project.openRecent'({ path }) {
      if (!recents.list().some((recent) => recent.path === path)) {
        throw new DictumError('bad_request', 'That project is not in the list of recent projects.')
      }
      return projects.open(path)
    },
    'project.openSample': () => projects.openSample(),
    'project.reveal': () => projects.reveal(),
    async 'import.choose'({ what, look }) {
      const chosen = await dialogs.importFrom(what)
      return chosen === null ? null : projects.importPaths(chosen, look)
    },
    'import.look': ({ ticket, options }) => projects.lookAgain(ticket, options),
    'import.go': ({ ticket, options }) => projects.importChosen(ticket, options),
    'import.drop': ({ ticket }) => projects.dropChosen(ticket),
    async 'export.choose'(options) {
      if (host.openPath === null) throw new DictumError('no_project', 'Open a project first, then export it.')
      const formats = unwrap(await host.call('export.formats', {}))
      const format = formats.find(({ name }) => name === options.format)
      if (format === undefined) throw new DictumError('bad_request', `There is no format “${options.format}”.`)
      const path = await chooseExportTarget(dialogs, host.openPath, format, options.split !== null)
      return path === null ? null : unwrap(await host.call('export.start', { path, ...options }))
    },
    'export.reveal'({ path }) {
      if (!exported.has(path)) throw new DictumError('bad_request', 'No export of this session wrote that file.')
      shell.showItemInFolder(path)
      return null
    },
    async 'concordance.save'(lines) {
      if (host.openPath === null) throw new DictumError('no_project', 'Open a project first.')
      const path = await dialogs.linesTo(concordanceSuggestion(host.openPath))
      if (path === null) return null
      const written = unwrap(await host.call('concordance.write', { path, ...lines }))
      exported.add(written.path)
      return written
    },
    async 'labelset.exportFile'() {
      if (host.openPath === null) throw new DictumError('no_project', 'Open a project first.')
      const path = await dialogs.labelSetTo(labelSetSuggestion(host.openPath))
      if (path === null) return null
      writeLabelSetFile(path, unwrap(await host.call('labelset.toJson', {})).text)
      exported.add(path)
      return { path }
    },
    async 'labelset.importFile'() {
      if (host.openPath === null) throw new DictumError('no_project', 'Open a project first.')
      const path = await dialogs.labelSetFrom()
      return path === null ? null : readLabelSetFile(path)
    },
    'models.list': () => models.list(),
    'models.save': async ({ model, replaces }) => {
      const isAllowed = await dialogs.allowProgram(model.name, model.command)
      return isAllowed ? models.save(model, replaces) : null
    },
    'models.remove': ({ name }) => models.remove(name),
    async 'models.run'({ name, ...scope }) {
      if (host.openPath === null) throw new DictumError('no_project', 'Open a project first.')
      return unwrap(await host.call('model.run', { ...models.require(name), ...scope, folder: app.getPath('home') }))
    },
    async 'backup.openCopy'({ name }) {
      if (host.openPath === null) throw new DictumError('no_project', 'No project is open.')
      return openCopyOf(host, dialogs, settings.get().annotator, host.openPath, name)
    },
    async 'backup.reveal'() {
      const { folder } = unwrap(await host.call('backup.list', {}))
      if (!existsSync(folder)) throw new DictumError('not_found', 'There is no backup yet.')
      await shell.openPath(folder)
      return null
    },
    'recovery.current': () => recovery.current,
    'recovery.restore': ({ name }) => recovery.restore(name),
    'recovery.openCopy': ({ name }) => recovery.openCopy(name),
    'recovery.leave'() {
      recovery.leave()
      return null
    },
    'engine.restart': async () => unwrap(await host.restart()),
    'window.leave'() {
      leave()
      return null
    },
  }
}

/** Runs something for the window; whatever it throws becomes data. */
async function asResult<T>(what: string, action: () => T | Promise<T>): Promise<Result<T>> {
  try {
    return ok(await action())
  } catch (error) {
    if (error instanceof DictumError) return { ok: false, error: error.toAppError() }
    log('app', `${what} failed: ${describe(error)}`)
    const code = (error as NodeJS.ErrnoException | null)?.code
    if (code === 'ENOSPC') return fail('disk_full', 'The disk is full. Make room on it, then try again.')
    if (typeof code === 'string') return fail('io', `The system refused: ${(error as Error).message}`)
    return fail('internal', 'Something went wrong inside Dictum; the log file says what.', describe(error))
  }
}

const badRequest = (message: string): Result<never> => fail('bad_request', message)

/** Answers what the window asks of the main process. Every answer is a Result. */
export function answerWindow(parts: AppParts): void {
  const handlers = appHandlers(parts)
  const checkReplies = process.env.DICTUM_CHECK_REPLIES === '1'

  async function answer<M extends AppMethod>(method: M, params: unknown): Promise<Result<unknown>> {
    const parsed = APP_METHODS[method].params.safeParse(params)
    if (!parsed.success) return badRequest(`${method}: ${z.prettifyError(parsed.error)}`)
    return asResult(method, async () => {
      const reply = await handlers[method](parsed.data as ParsedParams<AppMethods, M>)
      if (checkReplies) APP_METHODS[method].reply.parse(reply)
      return reply
    })
  }

  ipcMain.handle(CHANNELS.app, (event, method: unknown, params: unknown) => {
    if (!isFromOurPage(event)) return badRequest('Only the workbench may ask.')
    if (typeof method !== 'string' || !isMethod(APP_METHODS, method)) return badRequest('There is no such method.')
    return answer(method, params)
  })

  ipcMain.handle(CHANNELS.importDropped, (event, dropped: unknown) => {
    if (!isFromOurPage(event)) return badRequest('Only the workbench may ask.')
    const droppedPaths = z.array(z.string().min(1)).safeParse(dropped)
    if (!droppedPaths.success) return badRequest('A drop is a list of paths.')
    return asResult('import-dropped', () => parts.projects.importPaths(droppedPaths.data))
  })
}
