import { z } from 'zod'
import { HOST_METHODS } from '../shared/contract/host-methods'
import { isMethod, type MethodTable } from '../shared/contract/methods'
import { WINDOW_METHODS } from '../shared/contract/window-methods'
import { type EngineEvent, EngineEventSchema } from '../shared/contract/wire'
import { DictumError, ok, type Result } from '../shared/domain/result'
import { type ClockAndIds, systemClock } from './base/clock-and-ids'
import { toAppError } from './base/errors'
import type { Migration } from './project/migrations/migration'
import { createConcordances } from './session/concordances'
import { copiesSearch } from './session/copies-search'
import type { Handlers } from './session/handler-table'
import { hostHandlers, windowHandlers } from './session/handlers'
import { createLintRuns } from './session/lint-runs'
import { createSession } from './session/session'
import { finishUndos } from './session/start-import'

export interface EngineOptions {
  readonly onEvent: (event: EngineEvent) => void
  /** Parses replies and events too, not only what comes in. Tests switch it on; default: DICTUM_CHECK_REPLIES=1. */
  readonly checkReplies?: boolean
  readonly clock?: ClockAndIds
  readonly migrations?: readonly Migration[]
}

/** Everything that works without a screen, behind the contract. Calls never reject: failures are data. */
export interface Engine {
  /** What a window may ask. */
  callWindow(method: string, params: unknown): Promise<Result<unknown>>
  /** What the main process and the command line may ask: all of the contract. */
  callHost(method: string, params: unknown): Promise<Result<unknown>>
  /** Cancels what runs and closes the project. */
  close(): Promise<void>
}

export function createEngine(options: EngineOptions): Engine {
  const check = options.checkReplies ?? process.env.DICTUM_CHECK_REPLIES === '1'
  const emit = (event: EngineEvent) => options.onEvent(check ? EngineEventSchema.parse(event) : event)
  const session = createSession(emit, options.clock ?? systemClock, options.migrations)
  session.arriving.add(() => finishUndos(session))
  const services = {
    copies: copiesSearch(session),
    concordances: createConcordances(session),
    lints: createLintRuns(session),
  }
  const ofWindow = dispatcher(WINDOW_METHODS, windowHandlers(session, services), check)
  const ofHost = dispatcher(HOST_METHODS, hostHandlers(session, services), check)
  return {
    callWindow: (method, params) => answer(() => ofWindow(method, params)),
    callHost: (method, params) =>
      answer(() => (isMethod(WINDOW_METHODS, method) ? ofWindow(method, params) : ofHost(method, params))),
    close: () => session.close(),
  }
}

type Dispatch = (method: string, params: unknown) => Promise<unknown>

function dispatcher<T extends MethodTable>(table: T, handlers: Handlers<T>, checkReplies: boolean): Dispatch {
  return async (method, params) => {
    if (!isMethod(table, method)) throw new DictumError('bad_request', `There is no request “${method}” here.`)
    const schema = table[method]!
    const parsed = schema.params.safeParse(params)
    if (!parsed.success) {
      throw new DictumError('bad_request', `${method} was not understood: ${z.prettifyError(parsed.error)}`)
    }
    const handler = handlers[method] as (params: unknown) => unknown
    const reply = await handler(parsed.data)
    return checkReplies ? schema.reply.parse(reply) : reply
  }
}

async function answer(work: () => Promise<unknown>): Promise<Result<unknown>> {
  try {
    return ok(await work())
  } catch (error) {
    return { ok: false, error: toAppError(error) }
  }
}
