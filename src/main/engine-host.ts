import type { MessagePortMain } from 'electron'
import type { EngineEvent, EngineState } from '../shared/contract/wire'
import { type AppError, ok, type Result } from '../shared/domain/result'
import { type EngineMethod, type EngineParams, type EngineReply, engineGone } from './engine-client'
import { type EngineProcess, startEngineProcess } from './engine-process'
import { log } from './log'
import { createRestartPolicy } from './restart-policy'

/** How long a clean close of the project may take before the engine is killed. */
const STOP_TIMEOUT_MS = 5_000

export interface EngineHostOptions {
  /** The engine's built entry. */
  readonly path: string
  readonly annotator: () => string
  /** How often it backs the open project up by itself. */
  readonly backupMinutes: () => EngineParams<'session.setBackups'>['everyMinutes']
  /** What the engine reports, and what became of a project after a restart. */
  readonly onEvent: (event: EngineEvent, source: 'engine' | 'restart') => void
  readonly onState: (state: EngineState) => void
  /** The project of the first start, or the one from before a crash, could not be opened. */
  readonly onOpenFailed: (path: string, error: AppError) => void
}

export interface EngineHost {
  readonly state: EngineState
  /** Absolute path of the open project. */
  readonly openPath: string | null
  /** Starts the engine and opens `path` in it, before anything else is answered. */
  start(path: string | null): void
  /** Waits while the engine starts; never rejects. */
  call<M extends EngineMethod>(method: M, params: EngineParams<M>): Promise<Result<EngineReply<M>>>
  /** A port for a window that has just loaded; null unless the engine is ready. */
  openWindowPort(): MessagePortMain | null
  /** Another try after the engine was given up. */
  restart(): Promise<Result<null>>
  /** Closes the project cleanly and ends the engine; it is not started again. */
  stop(): Promise<void>
}

/** Runs the engine's process, and runs it again with the same project when it dies. */
export function createEngineHost(options: EngineHostOptions): EngineHost {
  const policy = createRestartPolicy()
  let state: EngineState = 'starting'
  let engine: EngineProcess | null = null
  let openPath: string | null = null
  let stopping = false
  let timer: NodeJS.Timeout | undefined
  let settled: (() => void)[] = []

  function setState(next: EngineState): void {
    state = next
    options.onState(next)
    if (next === 'starting') return
    const waiting = settled
    settled = []
    for (const resume of waiting) resume()
  }

  const whenSettled = (): Promise<void> =>
    state === 'starting' ? new Promise((resolve) => settled.push(resolve)) : Promise.resolve()

  function follow(event: EngineEvent): void {
    if (event.type === 'project-opened') openPath = event.project.path
    else if (event.type === 'project-closed') openPath = null
    options.onEvent(event, 'engine')
  }

  /** Ready means: alive, and the project of before is open again. */
  async function makeReady(run: EngineProcess, path: string | null, isRestart: boolean): Promise<void> {
    await run.client.call('session.setBackups', { everyMinutes: options.backupMinutes() })
    const result =
      path === null
        ? await run.client.call('project.current', {})
        : await run.client.call('project.open', { path, annotator: options.annotator() })
    // died on the way: its exit is being dealt with
    if (engine !== run) return
    if (!result.ok) openPath = null
    setState('ready')
    if (!result.ok && path !== null) {
      log('engine', `${path} could not be opened: ${result.error.code} ${result.error.message}`)
      if (isRestart) options.onEvent({ type: 'project-closed' }, 'restart')
      options.onOpenFailed(path, result.error)
    } else if (result.ok && result.value !== null && isRestart) {
      options.onEvent({ type: 'project-opened', project: result.value }, 'restart')
    }
  }

  function run(path: string | null, isRestart: boolean): void {
    setState('starting')
    const started = startEngineProcess(options.path, follow, (code) => exited(started, code))
    engine = started
    void makeReady(started, path, isRestart)
  }

  function exited(run: EngineProcess, code: number): void {
    if (engine !== run) return
    engine = null
    if (stopping) return
    const delayMs = policy.crashed(Date.now())
    log('engine', `stopped with code ${code}; ${delayMs === null ? 'not started again' : `restart in ${delayMs} ms`}`)
    setState('gone')
    if (delayMs !== null) timer = setTimeout(again, delayMs)
  }

  function again(): void {
    timer = undefined
    run(openPath, true)
  }

  return {
    get state() {
      return state
    },
    get openPath() {
      return openPath
    },
    start(path) {
      openPath = path
      run(path, false)
    },
    async call(method, params) {
      await whenSettled()
      return engine === null ? engineGone() : engine.client.call(method, params)
    },
    openWindowPort: () => (state === 'ready' && engine !== null ? engine.openWindowPort() : null),
    async restart() {
      if (state === 'gone' && !stopping) {
        clearTimeout(timer)
        policy.forgive()
        again()
      }
      await whenSettled()
      return engine === null ? engineGone() : ok(null)
    },
    async stop() {
      stopping = true
      clearTimeout(timer)
      const last = engine
      if (last === null) return
      let timeout: NodeJS.Timeout | undefined
      const tooLong = new Promise<void>((resolve) => {
        timeout = setTimeout(() => resolve(log('engine', 'did not close the project in time')), STOP_TIMEOUT_MS)
      })
      await Promise.race([last.client.call('project.close', {}), tooLong])
      clearTimeout(timeout)
      last.kill()
    },
  }
}
