import { parentPort, workerData } from 'node:worker_threads'
import { followFile } from './follow-file'
import { UidDigest } from './uid-digest'
import type { Verified } from './verify-in-thread'
import { verifyJsonl } from './verify-jsonl'

const LOOK_AGAIN_MS = 20

let isWhole = false
parentPort!.on('message', () => {
  isWhole = true
})

const later = () => new Promise<void>((resolve) => setTimeout(resolve, LOOK_AGAIN_MS))

async function verify(): Promise<Verified> {
  const uids = new UidDigest()
  for await (const { id, problem } of verifyJsonl(followFile(workerData as string, () => isWhole, later))) {
    if (problem !== null) return { articles: uids.count, uids: '', problem: `${id}: ${problem}` }
    uids.add(id)
  }
  return { articles: uids.count, uids: uids.end(), problem: null }
}

void verify()
  .then(
    (verified) => parentPort!.postMessage(verified),
    (error) => parentPort!.postMessage({ articles: 0, uids: '', problem: String(error) }),
  )
  .finally(() => parentPort!.close())
