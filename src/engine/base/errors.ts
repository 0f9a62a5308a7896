import { type AppError, DictumError, type ErrorCode } from '../../shared/domain/result'

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : ''

const FULL = 'The disk is full: nothing was changed. Free some space and try again.'
const DAMAGED = 'The project file is damaged. Nothing was changed; restore a backup of it.'

/** What SQLite's result codes mean to a user, by the beginning of the code. */
const SQLITE_FAILURES: readonly (readonly [prefix: string, code: ErrorCode, message: string])[] = [
  ['SQLITE_FULL', 'disk_full', FULL],
  // the shared memory of the log could not grow
  ['SQLITE_IOERR_SHMSIZE', 'disk_full', FULL],
  ['SQLITE_READONLY', 'project_read_only', 'The project file can only be read: nothing was changed.'],
  ['SQLITE_CORRUPT', 'project_damaged', DAMAGED],
  ['SQLITE_NOTADB', 'project_damaged', DAMAGED],
  ['SQLITE_BUSY', 'project_busy', 'Another program is writing to this project. Nothing was changed; try again.'],
  ['SQLITE_LOCKED', 'project_busy', 'The project is busy. Nothing was changed; try again.'],
  ['SQLITE_CONSTRAINT', 'rule_broken', 'What the project holds does not allow this step. Nothing was changed.'],
  ['SQLITE_CANTOPEN', 'io', 'The project file cannot be opened: check that its folder is there and can be written.'],
  ['SQLITE_IOERR', 'io', 'The disk reported an error: nothing was changed. Check the disk, then try again.'],
]

const FILE_FAILURES: Readonly<Record<string, readonly [ErrorCode, string]>> = {
  ENOSPC: ['disk_full', FULL],
  EDQUOT: ['disk_full', 'The disk quota is used up: nothing was changed. Free some space and try again.'],
  ENOENT: ['not_found', 'The file or its folder is not there.'],
  ENOTDIR: ['not_found', 'A folder on the way to the file is not a folder.'],
  EISDIR: ['io', 'There is a folder where the file should be.'],
  EACCES: ['io', 'Access to the file or its folder is denied.'],
  EPERM: ['io', 'Access to the file or its folder is denied.'],
  EROFS: ['io', 'The disk can only be read.'],
  ENAMETOOLONG: ['io', 'The name, or the way to it, is longer than the disk allows. Choose a shorter one.'],
  ENOTEMPTY: ['io', 'Another program wrote to the same place meanwhile. Look what is there, then try again.'],
}

/** Any thrown value as the failure that crosses a process boundary. */
export function toAppError(error: unknown): AppError {
  if (error instanceof DictumError) return error.toAppError()
  const code = codeOf(error)
  const text = error instanceof Error ? error.message : String(error)
  const detail = error instanceof Error ? (error.stack ?? text) : text
  if (/database connection is not open/.test(text)) {
    return { code: 'no_project', message: 'The project was closed meanwhile.', detail }
  }
  const sqlite = SQLITE_FAILURES.find(([prefix]) => code.startsWith(prefix))
  if (sqlite) return { code: sqlite[1], message: sqlite[2], detail: `${code}: ${detail}` }
  const file = FILE_FAILURES[code]
  if (file) return { code: file[0], message: `${file[1]} (${text})`, detail }
  return { code: 'internal', message: `Something went wrong inside Dictum: ${text}`, detail }
}

/** True if SQLite found the file's structure broken, as opposed to not reaching it. */
export const isDamage = (error: unknown): boolean => /^SQLITE_(CORRUPT|NOTADB)/.test(codeOf(error))
