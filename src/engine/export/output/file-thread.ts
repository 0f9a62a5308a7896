import { writeFileSync } from 'node:fs'
import { parentPort } from 'node:worker_threads'
import type { SmallFile } from './file-writer'

// a file that cannot be made ends the thread: whoever started it is told
parentPort!.on('message', (files: readonly SmallFile[]) => {
  for (const { path, content } of files) writeFileSync(path, content, { flag: 'wx' })
  parentPort!.postMessage(null)
})
