import { existsSync, linkSync, renameSync, rmSync, statSync, unlinkSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import Database from 'better-sqlite3'
import type { LabelSet } from '../../shared/domain/label-set'
import { DictumError } from '../../shared/domain/result'
import { type ClockAndIds, timestamp } from '../clock-and-ids'
import { writeLabelSet } from '../store/label-set'
import { createSql } from '../store/sql'
import { syncFolder } from '../sync-folder'
import { migrate } from './migrate'
import type { Migration } from './migrations/migration'
import { isWritable } from './probe'

export interface NewProject {
  readonly path: string
  readonly name: string
  readonly labelSet: LabelSet
}

/**
 * Makes a project file under a temporary name beside `path`, lets `fill` put things into it, and only then gives it
 * its name. Throws project_exists, not_found (no such folder), project_read_only; nothing is left behind then.
 */
export async function createProject(
  wanted: NewProject,
  clock: ClockAndIds,
  migrations: readonly Migration[],
  fill?: (temporaryPath: string) => Promise<void>,
): Promise<void> {
  const path = resolve(wanted.path)
  refusePlace(path)
  const temporary = join(dirname(path), `.${basename(path)}.new-${process.pid}-${clock.uid().slice(-12)}`)
  try {
    writeFirst(temporary, { ...wanted, path }, clock, migrations)
    await fill?.(temporary)
    publish(temporary, path)
  } finally {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(temporary + suffix, { force: true })
  }
}

const exists = (path: string) =>
  new DictumError('project_exists', `There is something at ${path} already. Choose another name.`)

function refusePlace(path: string): void {
  if (existsSync(path)) throw exists(path)
  const folder = dirname(path)
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw new DictumError('not_found', `The folder ${folder} is not there. Make it first, or choose another place.`)
  }
  if (!isWritable(folder)) {
    throw new DictumError('project_read_only', `The folder ${folder} can only be read. Choose another place.`)
  }
}

function writeFirst(temporary: string, wanted: NewProject, clock: ClockAndIds, migrations: readonly Migration[]): void {
  const db = new Database(temporary)
  try {
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = FULL')
    migrate(db, migrations)
    const sql = createSql(db)
    sql.transaction(() => {
      for (const [key, value] of [
        ['uid', clock.uid()],
        ['name', wanted.name],
        ['created_at', timestamp(clock)],
      ] as const) {
        sql.run('INSERT INTO meta (key, value) VALUES (?, ?)', key, value)
      }
      writeLabelSet(sql, wanted.labelSet)
    })
    db.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    db.close()
  }
}

/** Gives a finished file its name without ever replacing another. */
function publish(temporary: string, path: string): void {
  try {
    linkSync(temporary, path)
    unlinkSync(temporary)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'EEXIST') throw exists(path)
    // exFAT and some network drives know no links
    if (existsSync(path)) throw exists(path)
    renameSync(temporary, path)
  }
  syncFolder(dirname(path))
}
