import { Worker } from 'node:worker_threads'
import type { Verifier } from '../format'

/** What was found in a file. */
export interface Verified {
  readonly articles: number
  /** The digest of their uids. */
  readonly uids: string
  /** The first thing that is wrong. */
  readonly problem: string | null
}

/** Reads a file of our JSONL while it is written, in a thread of its own. */
export async function verifyInThread(path: string): Promise<Verifier> {
  const { default: script } = await import('./verify-thread?thread')
  const worker = new Worker(script, { eval: true, workerData: path })
  const verified = new Promise<Verified>((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('the checking thread ended before its work')))
  })
  // whoever asks for the end is told
  verified.catch(() => {})
  return {
    end: () => {
      worker.postMessage('whole')
      return verified
    },
    stop: async () => void (await worker.terminate()),
  }
}
