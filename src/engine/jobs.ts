import type { Job } from '../shared/contract/jobs'
import { DictumError } from '../shared/domain/result'
import type { ClockAndIds } from './clock-and-ids'
import { toAppError } from './project/errors'

const PROGRESS_EVERY_MS = 100
const RUNNING: Readonly<Record<Job['kind'], string>> = {
  import: 'An import',
  export: 'An export',
  suggest: 'A search for suggestions',
  copies: 'A search for copies',
}

/** What a running job may ask and say. */
export interface JobControl {
  readonly isCancelled: () => boolean
  /** Tells how far it is; passed on at most every 100 ms. `total` is null while it is still counting. */
  readonly progress: (phase: string, done: number, total: number | null) => void
}

/** What a job ends with; a cancelled one may still have a report of what it kept. */
export interface JobEnd<R> {
  readonly state: 'done' | 'cancelled'
  readonly report: R | null
}

type Report<K extends Job['kind']> = NonNullable<Extract<Job, { kind: K }>['report']>

interface Running {
  readonly kind: Job['kind']
  cancelled: boolean
  readonly finished: Promise<void>
}

/** The long works of the engine, each told about by `job` events: a first, some between, and a last. */
export interface Jobs {
  /** Starts a job and returns its id at once. Throws project_busy if one of its kind is running. */
  start<K extends Job['kind']>(kind: K, work: (control: JobControl) => Promise<JobEnd<Report<K>>>): string
  /** False if there is no such job running. */
  cancel(jobId: string): boolean
  /** Resolves when none is running. */
  cancelAll(): Promise<void>
}

export function createJobs(emit: (job: Job) => void, clock: ClockAndIds): Jobs {
  const running = new Map<string, Running>()
  return {
    start: (kind, work) => {
      if ([...running.values()].some((job) => job.kind === kind)) {
        throw new DictumError('project_busy', `${RUNNING[kind]} is running already. Wait for its end, or cancel it.`)
      }
      const jobId = clock.uid()
      const job: { -readonly [P in keyof Job]: Job[P] } = {
        kind,
        jobId,
        state: 'running',
        phase: 'Starting',
        done: 0,
        total: null,
        error: null,
        report: null,
      }
      let toldAtMs = 0
      const tell = () => {
        toldAtMs = performance.now()
        emit({ ...job } as Job)
      }
      const control: JobControl = {
        isCancelled: () => running.get(jobId)?.cancelled ?? true,
        progress: (phase, done, total) => {
          Object.assign(job, { phase, done, total })
          if (performance.now() - toldAtMs >= PROGRESS_EVERY_MS) tell()
        },
      }
      const run = async () => {
        // the caller learns the id before the first event
        await new Promise(setImmediate)
        tell()
        try {
          const end = await work(control)
          job.state = end.state
          job.report = end.report
        } catch (error) {
          const failure = toAppError(error)
          job.state = failure.code === 'cancelled' ? 'cancelled' : 'failed'
          job.error = failure.code === 'cancelled' ? null : failure
        }
        running.delete(jobId)
        tell()
      }
      running.set(jobId, { kind, cancelled: false, finished: run() })
      return jobId
    },
    cancel: (jobId) => {
      const job = running.get(jobId)
      if (job) job.cancelled = true
      return job !== undefined
    },
    cancelAll: async () => {
      const jobs = [...running.values()]
      for (const job of jobs) job.cancelled = true
      await Promise.all(jobs.map((job) => job.finished))
    },
  }
}

/** Lets waiting requests be served before a long work goes on. */
export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
