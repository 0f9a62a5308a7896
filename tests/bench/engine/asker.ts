import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads'
import { type PortLike, servePort } from '../../../src/engine/serve-port'
import type { Client } from './client'

/** One thing that a window asks; with `rows`, the first rows of the list that comes back are asked for as well. */
export interface Asked {
  readonly method: string
  readonly params: unknown
  readonly rows?: number
  /** And what to show of so many of them. */
  readonly snippets?: { readonly text: string; readonly rows: number }
}

/** Asks from a thread of its own, as a window does: what keeps the engine busy must not keep the clock from running. */
const ASKER = `
const { parentPort, workerData } = require('node:worker_threads')
const { port, asked, pauseMs } = workerData
let lastId = 0
const ask = (method, params) => new Promise((resolve, reject) => {
  port.once('message', ({ result }) => result.ok ? resolve(result.value) : reject(new Error(result.error.message)))
  port.postMessage({ id: ++lastId, method, params })
})
void (async () => {
  const spent = []
  for (const { method, params, rows, snippets } of asked) {
    const startMs = performance.now()
    // of the whole process, the engine's thread included
    const before = process.cpuUsage()
    const value = await ask(method, params)
    if (rows !== undefined) await ask('articles.rows', { articleIds: [...value.articleIds.subarray(0, rows)] })
    if (snippets !== undefined && value.articleIds.length > 0) {
      const articleIds = [...value.articleIds.subarray(0, snippets.rows)]
      await ask('search.snippets', { text: snippets.text, articleIds })
    }
    const { user, system } = process.cpuUsage(before)
    spent.push({ ms: performance.now() - startMs, processorMs: (user + system) / 1000 })
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
  }
  port.close()
  parentPort.postMessage(spent)
})()
`

/** Node's ports hand over the message itself, Electron's an event. */
export function asElectronPort(port: MessagePort): PortLike {
  return {
    postMessage: (message) => port.postMessage(message),
    on: (event: string, listener: (event: never) => void) =>
      port.on(event as 'message', (data: unknown) => listener({ data } as never)),
  }
}

interface Spent {
  readonly ms: number
  /** On the processor, the engine and the asker together. */
  readonly processorMs: number
}

/** Asks one thing after another, the answer's way through a port included; each in milliseconds. */
export const askFromThread = async (client: Client, asked: readonly Asked[], pauseMs = 1): Promise<number[]> =>
  (await spendOnThread(client, asked, pauseMs)).map(({ ms }) => ms)

/** The same, with the time on the processor, which other programs have no part in. */
export function spendOnThread(client: Client, asked: readonly Asked[], pauseMs = 1): Promise<Spent[]> {
  const { port1, port2 } = new MessageChannel()
  servePort(asElectronPort(port1), client.engine.callWindow)
  const worker = new Worker(ASKER, { eval: true, workerData: { port: port2, asked, pauseMs }, transferList: [port2] })
  return new Promise((resolve, reject) => {
    worker.on('error', reject)
    worker.on('message', resolve)
  })
}
