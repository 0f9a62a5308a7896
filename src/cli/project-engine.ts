import { userInfo } from 'node:os'
import { createEngine } from '../engine/engine'
import type { HostMethod, HostParams, HostReply } from '../shared/contract/host-methods'
import type { Job } from '../shared/contract/jobs'
import type { WindowMethod, WindowParams, WindowReply } from '../shared/contract/window-methods'
import { DictumError, type Result } from '../shared/domain/result'
import type { Io } from './io'
import { progressLine } from './progress'

type JobMethod =
  | 'import.start'
  | 'import.preflight'
  | 'export.start'
  | 'copies.find'
  | 'suggest.copies'
  | 'check.start'
  | 'lint.start'
  | 'lint.fix'
  | 'model.run'
type JobParams<M extends JobMethod> = M extends HostMethod
  ? HostParams<M>
  : M extends WindowMethod
    ? WindowParams<M>
    : never

/** The engine as commands use it: replies, and failures thrown as DictumErrors. */
export interface ProjectEngine {
  host<M extends HostMethod>(method: M, params: HostParams<M>): Promise<HostReply<M>>
  window<M extends WindowMethod>(method: M, params: WindowParams<M>): Promise<WindowReply<M>>
  /** Starts a job, shows how far it is, cancels it on Ctrl+C, and returns it as it ended. Throws if it failed. */
  job<M extends JobMethod>(method: M, params: JobParams<M>): Promise<Job>
}

/** Runs `work` with an engine, and closes the project after it, whatever happens. */
export async function withEngine<T>(io: Io, work: (engine: ProjectEngine) => Promise<T>): Promise<T> {
  let onJob: (job: Job) => void = () => {}
  const engine = createEngine({
    onEvent: (event) => {
      if (event.type === 'job') onJob(event.job)
    },
  })
  const unwrap = <V>(result: Result<unknown>): V => {
    if (result.ok) return result.value as V
    throw new DictumError(result.error.code, result.error.message, result.error.detail)
  }
  const host: ProjectEngine['host'] = async (method, params) => unwrap(await engine.callHost(method, params))
  const window: ProjectEngine['window'] = async (method, params) => unwrap(await engine.callWindow(method, params))
  const job: ProjectEngine['job'] = async (method, params) => {
    const progress = progressLine(io)
    let jobId = ''
    const ended = new Promise<Job>((resolve) => {
      onJob = (state) => {
        // another one may go on beside it
        if (state.jobId !== jobId) return
        progress.show(state)
        if (state.state !== 'running') resolve(state)
      }
    })
    jobId = unwrap<{ jobId: string }>(await engine.callHost(method, params)).jobId
    const dispose = io.onInterrupt(() => {
      void engine.callWindow('job.cancel', { jobId })
    })
    try {
      const end = await ended
      if (end.error) throw new DictumError(end.error.code, end.error.message, end.error.detail)
      return end
    } finally {
      dispose()
      progress.clear()
    }
  }
  try {
    return await work({ host, window, job })
  } finally {
    await engine.close()
  }
}

/** Opens the project at `path` for `work`. Throws as project.open does. */
export const withProject = <T>(
  io: Io,
  path: string,
  annotator: string | undefined,
  work: (engine: ProjectEngine) => Promise<T>,
): Promise<T> =>
  withEngine(io, async (engine) => {
    await engine.host('project.open', { path, annotator: annotator ?? userName() })
    return work(engine)
  })

/** The name of the system's user, who is the annotator where none is named. */
export function userName(): string {
  try {
    return userInfo().username.trim().slice(0, 80) || 'annotator'
  } catch {
    // a container may run under a user number without a name
    return 'annotator'
  }
}
