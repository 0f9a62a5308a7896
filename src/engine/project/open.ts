import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import type Database from 'better-sqlite3'
import { DictumError } from '../../shared/domain/result'
import type { ClockAndIds } from '../base/clock-and-ids'
import { isDamage } from '../base/errors'
import type { Project } from '../store/project'
import { closeInterruptedBatches } from '../store/rows/batches'
import { followLabelSet } from '../store/rows/label-set'
import { createSql, type Sql } from '../store/sql'
import { openForWriting } from './database'
import { migrateWithBackup, newestVersion } from './migrate'
import type { Migration } from './migrations/migration'
import { damaged, probeProject } from './probe'

/** Up to this size a whole check costs less than a blink; larger files have `project.check`. */
const CHECKED_ON_OPENING_BYTES = 64 * 1024 * 1024

/**
 * Opens a project file, migrating an older one after a backup. A file that is refused stays as it is, byte for byte.
 * Throws not_found, not_a_project, project_damaged, project_newer, project_read_only, project_busy.
 */
export function openProject(path: string, clock: ClockAndIds, migrations: readonly Migration[]): Project {
  const absolute = resolve(path)
  probeProject(absolute, newestVersion(migrations))
  let db: Database.Database | null = null
  try {
    db = openForWriting(absolute)
    if (statSync(absolute).size <= CHECKED_ON_OPENING_BYTES) quickCheck(db, absolute)
    migrateWithBackup(db, absolute, migrations, clock)
    const sql = createSql(db)
    const project = readProject(absolute, sql, clock)
    closeInterruptedBatches(project)
    return project
  } catch (error) {
    db?.close()
    if (isDamage(error)) throw damaged(absolute, String(error))
    throw error
  }
}

function quickCheck(db: Database.Database, path: string): void {
  const verdict = db.pragma('quick_check(1)', { simple: true })
  if (verdict !== 'ok') throw damaged(path, String(verdict))
}

function readProject(path: string, sql: Sql, clock: ClockAndIds): Project {
  const meta = new Map(
    sql.all<{ key: string; value: string }>('SELECT key, value FROM meta').map((m) => [m.key, m.value]),
  )
  const need = (key: string): string => {
    const value = meta.get(key)
    if (value === undefined) throw new DictumError('project_damaged', damaged(path, '').message, `meta has no ${key}`)
    return value
  }
  const labelSet = followLabelSet(sql)
  labelSet()
  return {
    path,
    uid: need('uid'),
    name: need('name'),
    createdAt: need('created_at'),
    get labelSet() {
      return labelSet()
    },
    sql,
    clock,
    close: () => {
      try {
        sql.db.pragma('wal_checkpoint(TRUNCATE)')
      } catch (error) {
        // on a full disk the write-ahead log stays beside the file; nothing in it is lost
        console.error(`engine: changes stay in ${path}-wal until there is room: ${(error as Error).message}`)
      } finally {
        sql.db.close()
      }
    },
  }
}
