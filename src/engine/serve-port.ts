import type { EngineEvent, FromEngine } from '../shared/contract/wire'
import { RequestSchema } from '../shared/contract/wire'
import { fail, type Result } from '../shared/domain/result'

/** What Electron's MessagePortMain and Node's MessagePort have in common, as far as it is used. */
export interface PortLike {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown
  on(event: 'close', listener: () => void): unknown
  start?(): void
  close?(): void
}

export type Call = (method: string, params: unknown) => Promise<Result<unknown>>

export interface ServedPort {
  send(event: EngineEvent): void
  close(): void
}

/** Answers every request that arrives on a port by `call`, which decides what this port's audience may ask. */
export function servePort(port: PortLike, call: Call, onClose: () => void = () => {}): ServedPort {
  let open = true
  const post = (message: FromEngine) => {
    if (open) port.postMessage(message)
  }
  port.on('message', ({ data }) => {
    void serve(data, call, post)
  })
  port.on('close', () => {
    open = false
    onClose()
  })
  port.start?.()
  return {
    send: (event) => post({ event }),
    close: () => {
      open = false
      port.close?.()
    },
  }
}

async function serve(data: unknown, call: Call, post: (message: FromEngine) => void): Promise<void> {
  const request = RequestSchema.safeParse(data)
  if (!request.success) {
    // whoever waits for this number must not wait for ever; without a number nobody can
    const id = idOf(data)
    if (id !== null) post({ id, result: fail('bad_request', 'The request was not understood.') })
    return
  }
  const { id, method, params } = request.data
  const result = await call(method, params)
  try {
    post({ id, result })
  } catch (error) {
    post({ id, result: fail('internal', 'The answer could not be sent.', String(error)) })
  }
}

function idOf(data: unknown): number | null {
  if (typeof data !== 'object' || data === null || !('id' in data)) return null
  return typeof data.id === 'number' && Number.isInteger(data.id) ? data.id : null
}
