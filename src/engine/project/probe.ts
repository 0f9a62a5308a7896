import { accessSync, closeSync, constants, existsSync, fstatSync, openSync, readSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { DictumError } from '../../shared/domain/result'
import { APPLICATION_ID } from './database'
import { userVersion } from './migrate'

// https://www.sqlite.org/fileformat.html#the_database_header
const MAGIC = 'SQLite format 3\0'
const HEADER_BYTES = 100
const CHANGE_COUNTER_AT = 24
const PAGE_COUNT_AT = 28
const USER_VERSION_AT = 60
const APPLICATION_ID_AT = 68
const VALID_FOR_AT = 92

const WRITE_BITS = 0o222

const notOurs = (path: string) =>
  new DictumError('not_a_project', `${path} is not a Dictum project. Nothing was changed; choose a .dictum file.`)

export interface Probed {
  readonly version: number
  readonly sizeBytes: number
}

/**
 * Looks at a file's header, with nothing opened in SQLite and nothing written.
 * Throws not_found, not_a_project, project_newer, project_damaged or project_read_only.
 */
export function probeProject(path: string, newestVersion: number): Probed {
  const { header, sizeBytes } = readHeader(path)
  if (header.length < HEADER_BYTES || !isDatabase(header)) throw notOurs(path)
  if (header.readUInt32BE(APPLICATION_ID_AT) !== APPLICATION_ID) throw notOurs(path)
  // pages that a crash left in the write-ahead log are newer than the header
  const pendingLog = existsSync(`${path}-wal`) && statSync(`${path}-wal`).size > 0
  const version = pendingLog ? readVersion(path) : header.readUInt32BE(USER_VERSION_AT)
  if (version > newestVersion) {
    throw new DictumError(
      'project_newer',
      `${path} was made by a newer version of Dictum (its format is ${version}, this version reads up to ` +
        `${newestVersion}). Nothing was changed; update Dictum to open it.`,
    )
  }
  const pages = header.readUInt32BE(PAGE_COUNT_AT)
  const countIsValid = header.readUInt32BE(CHANGE_COUNTER_AT) === header.readUInt32BE(VALID_FOR_AT)
  if (!pendingLog && countIsValid && sizeBytes < pages * pageSize(header)) throw damaged(path, 'the file is cut short')
  refuseReadOnly(path)
  return { version, sizeBytes }
}

const isDatabase = (header: Buffer) => header.toString('latin1', 0, MAGIC.length) === MAGIC

/** Whether a file is a Dictum project, or what else SQLite keeps in a file. Throws not_found, not_a_project, io. */
export const isDatabaseFile = (path: string): boolean => isDatabase(readHeader(path).header)

/** Whether a file is a project by its beginning or, damaged as it may be, by its name. Throws not_found, io. */
export function isMeantAsProject(path: string): boolean {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return false
  if (/\.dictum$/i.test(path)) return true
  const { header } = readHeader(path)
  return header.length === HEADER_BYTES && header.readUInt32BE(APPLICATION_ID_AT) === APPLICATION_ID
}

export const damaged = (path: string, detail: string): DictumError =>
  new DictumError(
    'project_damaged',
    `${path} is damaged and cannot be opened. Nothing was changed; restore a backup of it.`,
    detail,
  )

function readHeader(path: string): { header: Buffer; sizeBytes: number } {
  let file: number
  try {
    if (!statSync(path).isFile()) throw notOurs(path)
    file = openSync(path, 'r')
  } catch (error) {
    if (error instanceof DictumError) throw error
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      throw new DictumError('not_found', `${path} is not there. It may have been moved or renamed.`)
    }
    throw new DictumError('io', `${path} cannot be read (${code ?? 'unknown error'}).`)
  }
  try {
    const header = Buffer.alloc(HEADER_BYTES)
    const bytesRead = readSync(file, header, 0, HEADER_BYTES, 0)
    return { header: header.subarray(0, bytesRead), sizeBytes: fstatSync(file).size }
  } finally {
    closeSync(file)
  }
}

/** The header stores a page size of 65536 as 1. */
function pageSize(header: Buffer): number {
  const stored = header.readUInt16BE(16)
  return stored === 1 ? 65536 : stored
}

function readVersion(path: string): number {
  const db = new Database(path, { readonly: true })
  try {
    return userVersion(db)
  } finally {
    db.close()
  }
}

function refuseReadOnly(path: string): void {
  for (const [what, target] of [
    ['file', path],
    ['folder', dirname(path)],
  ] as const) {
    if (isWritable(target)) continue
    throw new DictumError(
      'project_read_only',
      `The ${what} ${target} can only be read, and a project is saved as you work. Nothing was changed; ` +
        `copy the project to a place where you can write, or allow writing there.`,
    )
  }
}

/** Whether a file or folder may be written. What nobody may write is left alone by an administrator too. */
export function isWritable(target: string): boolean {
  try {
    accessSync(target, constants.W_OK)
  } catch {
    return false
  }
  // Windows knows no such bits on folders
  return process.platform === 'win32' || (statSync(target).mode & WRITE_BITS) !== 0
}
