import { createEngine, type Engine } from '../../../src/engine/engine'
import type { HostMethod, HostParams, HostReply } from '../../../src/shared/contract/host-methods'
import type { Job } from '../../../src/shared/contract/jobs'
import type { WindowMethod, WindowParams, WindowReply } from '../../../src/shared/contract/window-methods'
import type { ExportFormatName } from '../../../src/shared/domain/interchange'
import { unwrap } from '../../../src/shared/domain/result'

type JobOf<K extends Job['kind']> = NonNullable<Extract<Job, { kind: K }>['report']>

/** The real engine, in this process. */
export interface Client {
  readonly engine: Engine
  /** The reply; throws the failure. */
  ask<M extends WindowMethod>(method: M, params: WindowParams<M>): Promise<WindowReply<M>>
  askHost<M extends HostMethod>(method: M, params: HostParams<M>): Promise<HostReply<M>>
  /** Imports a folder or a file to its end; throws unless all of it came in. */
  importAll(folder: string): Promise<JobOf<'import'>>
  /** Looks for near copies to the end. */
  findCopies(): Promise<JobOf<'copies'>>
  /** Looks over all annotations, or mends them and looks again, to the end; throws where it fails. */
  lint(method: 'lint.start' | 'lint.fix', params: object): Promise<JobOf<'lint'>>
  /** Exports to its end; throws where it fails. */
  exportAll(path: string, format?: ExportFormatName): Promise<JobOf<'export'>>
}

/** Starts an engine without a project. */
export function startClient(): Client {
  const waiting = new Map<string, (job: Job) => void>()
  const engine = createEngine({
    onEvent: (event) => {
      if (event.type === 'job' && event.job.state !== 'running') waiting.get(event.job.jobId)?.(event.job)
    },
  })
  const call = async (method: string, params: unknown) => unwrap(await engine.callHost(method, params))
  const ended = async <K extends Job['kind']>(kind: K, method: string, params: unknown): Promise<JobOf<K>> => {
    const { jobId } = (await call(method, params)) as { jobId: string }
    const job = await new Promise<Job>((resolve) => waiting.set(jobId, resolve))
    waiting.delete(jobId)
    if (job.kind !== kind || job.report === null) throw new Error(`the ${kind} failed: ${job.error?.message}`)
    return job.report as JobOf<K>
  }
  return {
    engine,
    ask: (method, params) => call(method, params) as never,
    askHost: (method, params) => call(method, params) as never,
    importAll: async (folder) => {
      const report = await ended('import', 'import.start', { paths: [folder] })
      if (report.imported < report.files || report.failed > 0)
        throw new Error(`not all came in: ${JSON.stringify(report.items[0])}`)
      return report
    },
    findCopies: () => ended('copies', 'copies.find', {}),
    lint: (method, params) => ended('lint', method, params),
    exportAll: (path, format = 'dictum') => ended('export', 'export.start', { path, format }),
  }
}
