import { statSync } from 'node:fs'
import type { BackupKind } from '../../shared/contract/backups'
import { backupFolder } from '../../shared/domain/corpus/backup-folder'
import { DictumError, type ErrorCode } from '../../shared/domain/result'
import { toAppError } from '../base/errors'
import type { Project } from '../store/project'
import { lastRows, lastRowsOf } from './describe'
import { type BackupFile, backupsOf, diskOf } from './files'
import { makeBackup } from './make'
import { hasRoom, isDue, isDueOnClosing, type State } from './policy'

/** Looks after the backups of one open project. Nothing here throws but what was asked for by hand. */
export interface BackupSchedule {
  /** Makes an automatic backup if it is time for one. Called every minute. */
  tick(): Promise<void>
  /** Makes one now; waits for one that is being made. Throws where it cannot be made. */
  now(kind: BackupKind): Promise<BackupFile>
  /** Stops what is being made, and makes the last one if closing is a time for one. The project stays open. */
  beforeClosing(): Promise<void>
}

export interface ScheduleOptions {
  readonly everyMinutes: () => number
  /** A sentence for the user; called once, until a backup has gone well again. */
  readonly onProblem: (message: string) => void
}

export function createSchedule(project: Project, { everyMinutes, onProblem }: ScheduleOptions): BackupSchedule {
  const newest = backupsOf(project.path)[0]
  let lastAt = newest?.at ?? new Date(project.createdAt)
  // looked up when it is needed: opening a project does not wait for it
  let changedBefore: boolean | null = null
  let changesThen = changesOf(project)
  let running: Promise<BackupFile> | null = null
  let isClosing = false
  let isTold = false

  const hasChanged = () => {
    changedBefore ??= newest === undefined || lastRowsOf(newest.path) !== lastRows(project.sql)
    return changedBefore || changesOf(project) !== changesThen
  }
  const state = (): State => ({
    hasChanged: hasChanged(),
    lastAt,
    bytes: sizeOf(project.path),
    everyMinutes: everyMinutes(),
  })

  function make(kind: BackupKind, isCancelled: () => boolean): Promise<BackupFile> {
    const changesNow = changesOf(project)
    const run = makeBackup(project, kind, { isCancelled }).then((made) => {
      lastAt = made.at
      changedBefore = false
      changesThen = changesNow
      isTold = false
      return made
    })
    running = run
    const done = () => {
      if (running === run) running = null
    }
    run.then(done, done)
    return run
  }

  async function automatic(isCancelled: () => boolean): Promise<void> {
    try {
      if (!hasRoom(sizeOf(project.path), diskOf(project.path).freeBytes)) {
        throw new DictumError('disk_full', 'the disk has too little room for one.')
      }
      await make('automatic', isCancelled)
    } catch (error) {
      const { code, message, detail } = toAppError(error)
      if (code === 'cancelled') return
      console.error(`engine: no backup: ${message} ${detail ?? ''}`)
      // not again before the next is due
      lastAt = project.clock.now()
      if (!isTold) onProblem(problemText(code, project.path))
      isTold = true
    }
  }

  return {
    async tick() {
      if (running !== null || isClosing || !isDue(state(), project.clock.now())) return
      await automatic(() => isClosing)
    },
    async now(kind) {
      await running?.catch(() => undefined)
      return make(kind, () => isClosing)
    },
    async beforeClosing() {
      isClosing = true
      await running?.catch(() => undefined)
      if (isDueOnClosing(state(), project.clock.now())) await automatic(() => false)
    },
  }
}

function problemText(code: ErrorCode, projectPath: string): string {
  const why = CAUSES[code] ?? `the folder ${backupFolder(projectPath)} cannot be written`
  return `No backup could be made: ${why}. Your work is saved in the project all the same; Dictum tries again later.`
}

const CAUSES: Partial<Record<ErrorCode, string>> = {
  disk_full: 'the disk has too little room for one',
  project_damaged: 'the copy was not whole. “Check project” says whether the project is',
  project_busy: 'another program keeps writing to this project',
}

/** Rows that this connection has changed so far. */
const changesOf = ({ sql }: Project): number => sql.get<{ n: number }>('SELECT total_changes() AS n')?.n ?? 0

/** Of the project and its log. */
const sizeOf = (path: string): number =>
  [path, `${path}-wal`].reduce((sum, file) => sum + (statSync(file, { throwIfNoEntry: false })?.size ?? 0), 0)
