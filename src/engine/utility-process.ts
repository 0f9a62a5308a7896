import { PortMessageSchema } from '../shared/contract/wire'
import { createEngine } from './engine'
import { type PortLike, type ServedPort, servePort } from './serve-port'

/** The channel to the process that started this one, as Electron's utility process has it. */
interface ParentPort {
  on(event: 'message', listener: (event: { readonly data: unknown; readonly ports: readonly PortLike[] }) => void): void
}

const { parentPort } = process as unknown as { readonly parentPort?: ParentPort }
if (!parentPort) throw new Error('The engine runs as a utility process only.')

// Electron only warns of these; a process in an unknown state must not go on writing. Its host starts a new one.
process.on('unhandledRejection', (reason) => die('unhandled rejection', reason))
process.on('uncaughtException', (error) => die('uncaught exception', error))

function die(what: string, reason: unknown): never {
  console.error(`engine: ${what}:`, reason)
  process.exit(1)
}

const served = new Map<'host' | 'window', ServedPort>()
const engine = createEngine({
  onEvent: (event) => {
    for (const port of served.values()) port.send(event)
  },
})

parentPort.on('message', ({ data, ports }) => {
  const { port: audience } = PortMessageSchema.parse(data)
  const [port] = ports
  if (!port) throw new Error('A port message carries a port.')
  served.get(audience)?.close()
  const call = audience === 'host' ? engine.callHost : engine.callWindow
  const serving = servePort(port, call, () => {
    if (served.get(audience) === serving) served.delete(audience)
  })
  served.set(audience, serving)
})
