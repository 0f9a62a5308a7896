import { MessageChannelMain, type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron'
import type { EngineEvent, PortMessage } from '../shared/contract/wire'
import { createEngineClient, type EngineClient } from './engine-client'
import { log } from './log'

/** One run of the engine, from its start to its exit. */
export interface EngineProcess {
  readonly client: EngineClient
  /** A fresh port for the window; the engine drops the one before. */
  openWindowPort(): MessagePortMain
  kill(): void
}

function logOutput(child: UtilityProcess): void {
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => log('engine', chunk.toString('utf8')))
  }
}

/** Starts the engine. `onExit` is called once, after every waiting call was answered. */
export function startEngineProcess(
  path: string,
  onEvent: (event: EngineEvent) => void,
  onExit: (code: number) => void,
): EngineProcess {
  const child = utilityProcess.fork(path, [], { serviceName: 'Dictum engine', stdio: 'pipe' })
  logOutput(child)

  function openPort(audience: PortMessage['port']): MessagePortMain {
    const { port1, port2 } = new MessageChannelMain()
    child.postMessage({ port: audience } satisfies PortMessage, [port2])
    return port1
  }

  const client = createEngineClient(openPort('host'), onEvent)
  child.once('exit', (code) => {
    client.end()
    onExit(code)
  })
  return { client, openWindowPort: () => openPort('window'), kill: () => void child.kill() }
}
