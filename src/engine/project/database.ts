import Database from 'better-sqlite3'

/** “Dctm”: SQLite's application_id of a project file. */
export const APPLICATION_ID = 0x4463746d

const BUSY_TIMEOUT_MS = 5000

/** Opens a project file for reading and writing, with the settings that every writer of it must have. */
export function openForWriting(path: string): Database.Database {
  const db = new Database(path, { fileMustExist: true, timeout: BUSY_TIMEOUT_MS })
  try {
    db.pragma('journal_mode = WAL')
    // survives a power cut, for 0.2 ms a commit
    db.pragma('synchronous = FULL')
    db.pragma('foreign_keys = ON')
    // so that a REPLACE cannot delete past the append-only triggers
    db.pragma('recursive_triggers = ON')
    db.pragma('trusted_schema = OFF')
    db.pragma('cell_size_check = ON')
    db.pragma('journal_size_limit = 67108864')
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/**
 * Moves what is committed from the log into the project file and cuts the log off: what a failed transaction made of it
 * is room for others. Does nothing while another connection reads.
 */
export function giveBackLog(db: Database.Database): void {
  db.pragma('busy_timeout = 0')
  try {
    db.pragma('wal_checkpoint(TRUNCATE)')
  } catch {
    // not on a disk that has no room even for that; the log stays, and is read as well
  } finally {
    db.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`)
  }
}

/** A second connection that sees the project as it stands now, whatever is written meanwhile. */
export function openSnapshot(path: string): Database.Database {
  const db = new Database(path, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT_MS })
  db.exec('BEGIN')
  // the transaction sees what was there at its first read
  db.prepare('SELECT count(*) FROM sqlite_schema').get()
  return db
}
