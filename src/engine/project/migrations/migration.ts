import type Database from 'better-sqlite3'

/** One step of a project file's schema. Never edited once it has shipped: a change is a new step. */
export interface Migration {
  /** The `user_version` that the file has after it. */
  readonly version: number
  readonly up: (db: Database.Database) => void
}
