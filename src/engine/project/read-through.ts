import { statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import Database from 'better-sqlite3'

/** Reading so much through takes less than a blink; more is read in a thread of its own, so that gestures go on. */
const READ_HERE_BYTES = 32 * 1024 * 1024

// as text: it is the same from the sources and in every bundle
const READER = `
const { parentPort, workerData } = require('node:worker_threads')
const db = new (require(workerData.sqlite))(workerData.path, { readonly: true, fileMustExist: true })
try {
  parentPort.postMessage(workerData.pragmas.map((pragma) => db.pragma(pragma)))
} finally {
  db.close()
}
`

type Rows = readonly Record<string, unknown>[]

/** What pragmas that read a whole project file say. Throws where the file cannot be read. */
export const readThrough = (path: string, pragmas: readonly string[]): Promise<readonly Rows[]> =>
  statSync(path).size <= READ_HERE_BYTES ? Promise.resolve(readHere(path, pragmas)) : readApart(path, pragmas)

function readHere(path: string, pragmas: readonly string[]): readonly Rows[] {
  const db = new Database(path, { readonly: true, fileMustExist: true })
  try {
    return pragmas.map((pragma) => db.pragma(pragma) as Rows)
  } finally {
    db.close()
  }
}

const readApart = (path: string, pragmas: readonly string[]): Promise<readonly Rows[]> =>
  new Promise((resolve, reject) => {
    const sqlite = createRequire(import.meta.url).resolve('better-sqlite3')
    const worker = new Worker(READER, { eval: true, workerData: { path, sqlite, pragmas } })
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('the reader ended without a word')))
  })
