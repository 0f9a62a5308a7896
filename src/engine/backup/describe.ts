import Database from 'better-sqlite3'
import type { Backup, BackupList, Contents } from '../../shared/contract/backups'
import { backupFolder } from '../../shared/domain/corpus/backup-folder'
import type { Project } from '../store/project'
import { createSql, type Sql } from '../store/sql'
import { type BackupFile, backupsOf } from './files'

const count = (sql: Sql, rows: string) => sql.get<{ n: number }>(`SELECT count(*) AS n FROM ${rows}`)?.n ?? 0

/** A backup may be of a time when nothing could be put away. */
const hasShelves = (sql: Sql): boolean =>
  sql.get("SELECT 1 FROM pragma_table_info('article') WHERE name = 'shelf'") !== undefined

function contentsOf(sql: Sql): Contents {
  const all = count(sql, 'article')
  const articles = hasShelves(sql) ? count(sql, "article WHERE shelf = 'shown'") : all
  return {
    articles,
    putAway: all - articles,
    spans: count(sql, 'span'),
    links: count(sql, 'relation'),
    steps: count(sql, 'event'),
  }
}

export function describeBackup({ path, name, at, kind, bytes }: BackupFile): Backup {
  return { name, at: at.toISOString(), kind, bytes, contents: contentsOfFile(path) }
}

const contentsOfFile = (path: string): Contents | null => ofFile(path, contentsOf)

/** Tells one state of a project from a later one, at no cost: whatever is done leaves one of these rows. */
export const lastRows = (sql: Sql): string =>
  JSON.stringify(
    ['event', 'batch', 'article', 'suggestion'].map(
      (table) => sql.get<{ id: number | null }>(`SELECT max(id) AS id FROM ${table}`)?.id,
    ),
  )

/** The same of a backup; null if it cannot be read. */
export const lastRowsOf = (path: string): string | null => ofFile(path, lastRows)

function ofFile<T>(path: string, read: (sql: Sql) => T): T | null {
  try {
    const db = new Database(path, { readonly: true, fileMustExist: true })
    try {
      return read(createSql(db))
    } finally {
      db.close()
    }
  } catch {
    // damaged, or kept because it is
    return null
  }
}

/** The backups of a project, with what each holds; `project` is that project where it is open. */
export const listBackups = (projectPath: string, project: Project | null): BackupList => ({
  folder: backupFolder(projectPath),
  present: project && contentsOf(project.sql),
  backups: backupsOf(projectPath).map(describeBackup),
})
