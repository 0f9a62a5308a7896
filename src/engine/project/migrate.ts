import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type Database from 'better-sqlite3'
import { removeWithCompanions, temporaryPath } from '../backup/files'
import { publishBackup } from '../backup/publish'
import type { ClockAndIds } from '../base/clock-and-ids'
import { APPLICATION_ID } from './database'
import type { Migration } from './migrations/migration'

export const userVersion = (db: Database.Database): number => db.pragma('user_version', { simple: true }) as number

export const newestVersion = (migrations: readonly Migration[]): number => migrations.at(-1)?.version ?? 0

/** Runs the migrations above the file's version, all in one transaction. */
export function migrate(db: Database.Database, migrations: readonly Migration[]): void {
  db.transaction(() => {
    const from = userVersion(db)
    for (const migration of migrations) {
      if (migration.version <= from) continue
      migration.up(db)
      db.pragma(`user_version = ${migration.version}`)
    }
    db.pragma(`application_id = ${APPLICATION_ID}`)
  }).exclusive()
}

/**
 * Brings an older file up to date, after a backup of it. Returns the backup's path, or null if none was needed. Throws,
 * with the file as it was, if the backup cannot be made.
 */
export function migrateWithBackup(
  db: Database.Database,
  projectPath: string,
  migrations: readonly Migration[],
  clock: ClockAndIds,
): string | null {
  if (userVersion(db) >= newestVersion(migrations)) return null
  const temporary = temporaryPath(projectPath, clock.uid())
  try {
    mkdirSync(dirname(temporary), { recursive: true })
    // reads every row on the way: a file that is not sound throws
    db.prepare('VACUUM INTO ?').run(temporary)
    const { path } = publishBackup(projectPath, temporary, clock.now(), 'update')
    migrate(db, migrations)
    return path
  } finally {
    removeWithCompanions(temporary)
  }
}
