import { existsSync } from 'node:fs'
import { rename, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { shell } from 'electron'
import type { ImportOptions } from '../shared/contract/import-options'
import type { ImportBegun } from '../shared/contract/jobs'
import type { ProjectInfo } from '../shared/contract/project'
import { DictumError, unwrap } from '../shared/domain/result'
import { createChosenFiles } from './chosen-files'
import { besides, type Dialogs, documentsFile, projectName } from './dialogs'
import type { EngineHost } from './engine-host'
import { log } from './log'
import type { RecoveryDesk } from './recovery'

/** What the window and the menu do with project files. All of it throws a DictumError where it fails. */
export interface Projects {
  /** Asks where, and makes a project there; null if cancelled. */
  create(suggested?: string): Promise<ProjectInfo | null>
  /** Asks which, and opens it; null if cancelled. */
  choose(): Promise<ProjectInfo | null>
  open(path: string): Promise<ProjectInfo>
  openSample(): Promise<ProjectInfo>
  reveal(): null
  /**
   * Imports files and folders, or looks at them first where that is worth it or asked for; without a project it asks
   * where to make one. Null if cancelled.
   */
  importPaths(paths: readonly string[], look?: boolean): Promise<ImportBegun | null>
  /** Looks once more at what was chosen. */
  lookAgain(ticket: string, options: ImportOptions): Promise<{ jobId: string }>
  /** Imports what was looked at. */
  importChosen(ticket: string, options: ImportOptions): Promise<{ jobId: string }>
  dropChosen(ticket: string): null
}

export interface SamplePlaces {
  readonly project: string
  readonly folder: string
}

/** Nobody needs to be told twice: the window offers the backups. */
const offered = () => new DictumError('cancelled', 'The project is damaged; its backups are offered.')

/** Renames a project that cannot be opened, with the files that belong to it. */
async function moveAside(path: string): Promise<void> {
  const stamp = new Date().toISOString().slice(0, 19).replaceAll(':', '-')
  const aside = path.replace(/\.dictum$/, ` (damaged ${stamp}).dictum`)
  for (const suffix of ['', '-wal', '-shm']) {
    if (existsSync(path + suffix)) await rename(path + suffix, aside + suffix)
  }
  log('sample', `damaged, moved to ${aside}`)
}

/** Whether a path is a file that looks like a project by its name. */
async function isProjectFile(path: string): Promise<boolean> {
  if (!path.toLowerCase().endsWith('.dictum')) return false
  return (await stat(path)).isFile()
}

export function createProjects(
  host: EngineHost,
  dialogs: Dialogs,
  annotator: () => string,
  sample: SamplePlaces,
  recovery: RecoveryDesk,
): Projects {
  const chosen = createChosenFiles()
  async function open(path: string): Promise<ProjectInfo> {
    const opened = await host.call('project.open', { path, annotator: annotator() })
    if (!opened.ok && (await recovery.takeUp(path, opened.error))) throw offered()
    return unwrap(opened)
  }

  async function create(suggested = documentsFile('Untitled.dictum')): Promise<ProjectInfo | null> {
    const path = await dialogs.newProject(suggested)
    if (path === null) return null
    // the system's dialog offers to replace a file; a project is never replaced
    if (existsSync(path)) {
      throw new DictumError(
        'project_exists',
        `“${path}” is there already, and Dictum never replaces a file with a new project. Choose another name.`,
      )
    }
    const name = projectName(path).trim().slice(0, 200) || 'Untitled'
    return unwrap(await host.call('project.create', { path, name, annotator: annotator() }))
  }

  async function openSample(): Promise<ProjectInfo> {
    if (existsSync(sample.project)) {
      const opened = await host.call('project.open', { path: sample.project, annotator: annotator() })
      if (opened.ok) return opened.value
      const { code, message, detail } = opened.error
      if (await recovery.takeUp(sample.project, opened.error)) throw offered()
      if (code !== 'project_damaged' && code !== 'not_a_project') throw new DictumError(code, message, detail)
      await moveAside(sample.project)
    }
    const params = { path: sample.project, sampleFolder: sample.folder, annotator: annotator() }
    return unwrap(await host.call('project.createSample', params))
  }

  async function importPaths(paths: readonly string[], look = false): Promise<ImportBegun | null> {
    if (paths.length === 0) return null
    const first = paths.find((path) => existsSync(path))
    if (first === undefined) {
      throw new DictumError('not_found', `${paths[0]} is not there any more. Nothing was imported.`)
    }
    if (paths.length === 1 && (await isProjectFile(first))) {
      await open(first)
      return null
    }
    if (host.openPath === null) {
      const folder = (await stat(first)).isDirectory() ? first : dirname(first)
      if ((await create(besides(folder))) === null) return null
    }
    const isLooked = look || unwrap(await host.call('import.isWorthALook', { paths: [...paths] })).isWorthALook
    if (isLooked) {
      const { jobId } = unwrap(await host.call('import.preflight', { paths: [...paths] }))
      return { jobId, ticket: chosen.keep(paths) }
    }
    // what is gone is named in the report
    return { ...unwrap(await host.call('import.start', { paths: [...paths] })), ticket: null }
  }

  return {
    create,
    async choose() {
      const path = await dialogs.openProject()
      return path === null ? null : open(path)
    },
    open,
    openSample,
    reveal() {
      if (host.openPath === null) throw new DictumError('no_project', 'No project is open.')
      shell.showItemInFolder(host.openPath)
      return null
    },
    importPaths,
    lookAgain: async (ticket, options) =>
      unwrap(await host.call('import.preflight', { paths: [...chosen.pathsOf(ticket)], options })),
    async importChosen(ticket, options) {
      const begun = unwrap(await host.call('import.start', { paths: [...chosen.pathsOf(ticket)], options }))
      chosen.drop(ticket)
      return begun
    },
    dropChosen(ticket) {
      chosen.drop(ticket)
      return null
    },
  }
}

/** Where lines of a concordance of the project at `path` would go. */
export const concordanceSuggestion = (path: string): string =>
  join(dirname(path), `${projectName(path)} concordance.csv`)
