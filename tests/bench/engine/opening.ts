import { MessageChannel, Worker } from 'node:worker_threads'
import { servePort } from '../../../src/engine/serve-port'
import { type Figure, p95 } from '../measure'
import { asElectronPort } from './asker'
import type { Client } from './client'

const PAUSE_MS = 10
const IDLE_OPENINGS = 200

/** Asks from a thread of its own, as a window does: what keeps the engine busy must not keep the clock from running. */
const ASKER = `
const { parentPort, workerData } = require('node:worker_threads')
const { port, articleIds, pauseMs } = workerData
const spent = []
let stopped = false
parentPort.on('message', () => { stopped = true })
const open = (id) => new Promise((resolve) => {
  port.once('message', resolve)
  port.postMessage({ id, method: 'article.open', params: { articleId: articleIds[id % articleIds.length] } })
})
void (async () => {
  for (let id = 0; !stopped; id++) {
    const startMs = performance.now()
    const { result } = await open(id)
    if (!result.ok) throw new Error(result.error.message)
    spent.push(performance.now() - startMs)
    parentPort.postMessage(spent.length)
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
  }
  port.close()
  parentPort.postMessage(spent)
  parentPort.close()
})()
`

/** Opens articles one after another until `work` has ended and at least so many were opened; each in milliseconds. */
async function openWhile(client: Client, articleIds: number[], atLeast: number, work: Promise<unknown>) {
  const { port1, port2 } = new MessageChannel()
  servePort(asElectronPort(port1), client.engine.callWindow)
  const workerData = { port: port2, articleIds, pauseMs: PAUSE_MS }
  const worker = new Worker(ASKER, { eval: true, workerData, transferList: [port2] })
  let opened = 0
  const spent = new Promise<number[]>((resolve, reject) => {
    worker.on('error', reject)
    worker.on('message', (told: number | number[]) => {
      if (Array.isArray(told)) resolve(told)
      else opened = told
    })
  })
  await work
  while (opened < atLeast) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  worker.postMessage('stop')
  return spent
}

/** Opens articles of the open project while nothing else happens, and then while a folder is imported into it. */
export async function benchOpening(client: Client, articleIds: number[], folder: string): Promise<Figure[]> {
  const idle = await openWhile(client, articleIds, IDLE_OPENINGS, Promise.resolve())
  const importing = await openWhile(client, articleIds, 1, client.importAll(folder))
  return [
    {
      group: 'Engine',
      name: 'opening an article during an import, 95th percentile (floor: no import)',
      unit: 'ms',
      dictum: p95(importing),
      floor: p95(idle),
    },
  ]
}
