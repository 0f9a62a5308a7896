import type { EngineEvent, EngineState, FromEngine, Request } from '../shared/contract/wire'
import { fail, type Result } from '../shared/domain/result'
import { createListeners } from './listeners'

const gone = (): Result<never> =>
  fail('engine_gone', 'The engine stopped before it could answer. What was saved is safe; try again in a moment.')

interface Waiting {
  readonly method: string
  readonly params: unknown
  readonly resolve: (result: Result<unknown>) => void
}

/**
 * Calls to the engine over whichever port is good at present. Calls made before there is one wait for it; when the
 * engine dies every call that waits is answered with `engine_gone`. No call ever rejects.
 */
export function createEngineLink() {
  const events = createListeners<EngineEvent>()
  const states = createListeners<EngineState>()
  const waiting = new Map<number, Waiting>()
  /** Ids of calls that no port has carried yet, in order. */
  let unsent: number[] = []
  let port: MessagePort | null = null
  let state: EngineState = 'starting'
  let lastId = 0

  function send(id: number): void {
    const call = waiting.get(id)
    if (call === undefined) return
    try {
      port?.postMessage({ id, method: call.method, params: call.params } satisfies Request)
    } catch (error) {
      answer(id, fail('bad_request', 'The parameters cannot be sent.', String(error)))
    }
  }

  function answer(id: number, result: Result<unknown>): void {
    waiting.get(id)?.resolve(result)
    waiting.delete(id)
  }

  function dropPort(): void {
    port?.close()
    port = null
  }

  function receive({ data }: MessageEvent<FromEngine>): void {
    if ('event' in data) events.tell(data.event)
    else answer(data.id, data.result)
  }

  return {
    onEvent: events.add,
    tellEvent: events.tell,
    onState(listener: (state: EngineState) => void) {
      listener(state)
      return states.add(listener)
    },
    setPort(next: MessagePort): void {
      dropPort()
      port = next
      port.onmessage = receive
    },
    setState(next: EngineState): void {
      state = next
      if (next === 'gone') {
        dropPort()
        unsent = []
        for (const id of [...waiting.keys()]) answer(id, gone())
      }
      if (next === 'ready') {
        const queued = unsent
        unsent = []
        for (const id of queued) send(id)
      }
      states.tell(next)
    },
    call(method: string, params: unknown): Promise<Result<unknown>> {
      if (state === 'gone') return Promise.resolve(gone())
      const id = ++lastId
      return new Promise((resolve) => {
        waiting.set(id, { method, params, resolve })
        if (state === 'ready' && port !== null) send(id)
        else unsent.push(id)
      })
    },
  }
}
