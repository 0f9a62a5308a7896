import { dirname, join } from 'node:path'
import type { Recovery } from '../shared/contract/backups'
import type { ProjectInfo } from '../shared/contract/project'
import { type AppError, DictumError, unwrap } from '../shared/domain/result'
import { type Dialogs, projectName } from './dialogs'
import type { EngineHost } from './engine-host'

/** What can be done about a project that is damaged. */
export interface RecoveryDesk {
  readonly current: Recovery | null
  /** Takes up a failure to open; true if there is a backup to offer, of which the window is told. */
  takeUp(path: string, error: AppError): Promise<boolean>
  restore(name: string): Promise<ProjectInfo>
  openCopy(name: string): Promise<ProjectInfo | null>
  leave(): void
}

/** What damage to a file's beginning, or to any other part of it, makes of it. */
const CONCERNS: readonly AppError['code'][] = ['project_damaged', 'not_a_project']

/** Asks where, copies a backup of the project at `path` there, and opens the copy; null if cancelled. */
export async function openCopyOf(
  host: EngineHost,
  dialogs: Dialogs,
  annotator: string,
  path: string,
  name: string,
): Promise<ProjectInfo | null> {
  const wanted = await dialogs.newProject(join(dirname(path), name))
  if (wanted === null) return null
  const copied = unwrap(await host.call('backup.copyTo', { project: path, name, path: wanted }))
  return unwrap(await host.call('project.open', { path: copied.path, annotator }))
}

export function createRecoveryDesk(
  host: EngineHost,
  dialogs: Dialogs,
  annotator: () => string,
  tellWindow: () => void,
): RecoveryDesk {
  let current: Recovery | null = null

  /** The project, and the one of its backups that has this name. */
  function chosen(name: string): Recovery {
    if (current?.backups.some((backup) => backup.name === name)) return current
    throw new DictumError('bad_request', 'No damaged project is waiting for that backup.')
  }

  return {
    get current() {
      return current
    },
    async takeUp(path, { code }) {
      current = null
      if (!CONCERNS.includes(code)) return false
      const sound = unwrap(await host.call('backup.newestSound', { project: path }))
      if (sound === null) return false
      const { folder, backups } = unwrap(await host.call('backup.listOf', { project: path }))
      const older = backups.slice(backups.findIndex(({ name }) => name === sound.name) + 1)
      const usable = older.filter(({ contents, kind }) => contents !== null && kind !== 'damaged')
      current = { path, name: projectName(path), folder, backups: [sound, ...usable] }
      tellWindow()
      return true
    },
    async restore(name) {
      const { path, folder } = chosen(name)
      const params = { project: path, backup: join(folder, name), annotator: annotator() }
      const { project } = unwrap(await host.call('backup.restoreFile', params))
      current = null
      return project
    },
    async openCopy(name) {
      const { path } = chosen(name)
      const opened = await openCopyOf(host, dialogs, annotator(), path, name)
      if (opened !== null) current = null
      return opened
    },
    leave() {
      current = null
    },
  }
}
