import { statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import Database from 'better-sqlite3'
import { DictumError } from '../../shared/domain/result'
import { APPLICATION_ID } from '../project/database'
import { userVersion } from '../project/migrate'

/** Reading so much through takes less than a blink; more is read in a thread of its own, so that gestures go on. */
const READ_HERE_BYTES = 32 * 1024 * 1024

// as text: it is the same from the sources and in every bundle
const READER = `
const { parentPort, workerData } = require('node:worker_threads')
const db = new (require(workerData.sqlite))(workerData.path, { readonly: true, fileMustExist: true })
try {
  parentPort.postMessage(db.pragma('quick_check(1)', { simple: true }))
} finally {
  db.close()
}
`

/** Reads a closed project file to its last page. Throws project_damaged unless it is whole. */
export async function requireSound(path: string): Promise<void> {
  try {
    const verdict = statSync(path).size <= READ_HERE_BYTES ? readHere(path) : await readApart(path)
    if (verdict !== 'ok') throw new Error(String(verdict))
    requireOurs(path)
  } catch (error) {
    throw new DictumError(
      'project_damaged',
      `${path} is damaged. Nothing was changed; choose another backup.`,
      `${error}`,
    )
  }
}

export const isSound = (path: string): Promise<boolean> =>
  requireSound(path).then(
    () => true,
    () => false,
  )

function readHere(path: string): unknown {
  const db = new Database(path, { readonly: true, fileMustExist: true })
  try {
    return db.pragma('quick_check(1)', { simple: true })
  } finally {
    db.close()
  }
}

const readApart = (path: string): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const sqlite = createRequire(import.meta.url).resolve('better-sqlite3')
    const worker = new Worker(READER, { eval: true, workerData: { path, sqlite } })
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('the reader ended without a word')))
  })

function requireOurs(path: string): void {
  const db = new Database(path, { readonly: true, fileMustExist: true })
  try {
    if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID) throw new Error('not a project')
    if (userVersion(db) < 1) throw new Error('no version')
  } finally {
    db.close()
  }
}
