import { existsSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import type Database from 'better-sqlite3'
import { DictumError } from '../../shared/domain/result'
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

/** A free path for the copy that is made before a file is migrated: `name.before-v2.dictum`. */
export function backupPath(projectPath: string, version: number): string {
  const extension = extname(projectPath)
  const stem = join(dirname(projectPath), basename(projectPath, extension))
  for (let n = 1; n < 1000; n++) {
    const path = `${stem}.before-v${version}${n === 1 ? '' : `-${n}`}${extension}`
    if (!existsSync(path)) return path
  }
  throw new DictumError('io', `Too many backups lie beside ${projectPath}: move some of them elsewhere.`)
}

/** Brings an older file up to date, after copying it beside itself. Returns the copy's path, or null if none was needed. */
export function migrateWithBackup(
  db: Database.Database,
  projectPath: string,
  migrations: readonly Migration[],
): string | null {
  if (userVersion(db) >= newestVersion(migrations)) return null
  const copy = backupPath(projectPath, newestVersion(migrations))
  db.prepare('VACUUM INTO ?').run(copy)
  migrate(db, migrations)
  return copy
}
