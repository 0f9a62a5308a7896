import type { MessagePortMain } from 'electron'
import type { HostMethod, HostParams, HostReply } from '../shared/contract/host-methods'
import type { WindowMethod, WindowParams, WindowReply } from '../shared/contract/window-methods'
import type { EngineEvent, FromEngine, Request } from '../shared/contract/wire'
import { fail, type Result } from '../shared/domain/result'

/** The host's port obeys both tables. */
export type EngineMethod = HostMethod | WindowMethod
export type EngineParams<M extends EngineMethod> = M extends HostMethod
  ? HostParams<M>
  : M extends WindowMethod
    ? WindowParams<M>
    : never
export type EngineReply<M extends EngineMethod> = M extends HostMethod
  ? HostReply<M>
  : M extends WindowMethod
    ? WindowReply<M>
    : never

export const engineGone = (): Result<never> =>
  fail('engine_gone', 'The engine stopped before it could answer. What was saved is safe; try again in a moment.')

export interface EngineClient {
  call<M extends EngineMethod>(method: M, params: EngineParams<M>): Promise<Result<EngineReply<M>>>
  /** Answers every waiting call with `engine_gone`, and every later one. */
  end(): void
}

/** Requests and replies over the host's port of one engine process. Calls never reject. */
export function createEngineClient(port: MessagePortMain, onEvent: (event: EngineEvent) => void): EngineClient {
  const waiting = new Map<number, (result: Result<unknown>) => void>()
  let lastId = 0
  let ended = false

  port.on('message', ({ data }: { data: FromEngine }) => {
    if ('event' in data) {
      onEvent(data.event)
      return
    }
    waiting.get(data.id)?.(data.result)
    waiting.delete(data.id)
  })
  port.start()

  return {
    call<M extends EngineMethod>(method: M, params: EngineParams<M>) {
      if (ended) return Promise.resolve(engineGone())
      const id = ++lastId
      return new Promise<Result<EngineReply<M>>>((resolve) => {
        // the engine holds itself to the contract: its reply has the method's type
        waiting.set(id, (result) => resolve(result as Result<EngineReply<M>>))
        port.postMessage({ id, method, params } satisfies Request)
      })
    },
    end() {
      ended = true
      port.close()
      for (const answer of waiting.values()) answer(engineGone())
      waiting.clear()
    },
  }
}
