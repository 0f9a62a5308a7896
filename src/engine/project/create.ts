import { resolve } from 'node:path'
import Database from 'better-sqlite3'
import type { LabelSet } from '../../shared/domain/label-set/label-set'
import { type ClockAndIds, timestamp } from '../base/clock-and-ids'
import { writeLabelSet } from '../store/rows/label-set'
import { createSql } from '../store/sql'
import { migrate } from './migrate'
import type { Migration } from './migrations/migration'
import { makeNewFile } from './new-file'

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
  await makeNewFile(path, clock, async (temporary) => {
    writeFirst(temporary, { ...wanted, path }, clock, migrations)
    await fill?.(temporary)
  })
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
