import { randomUUID } from 'node:crypto'
import type { Job } from '../../shared/contract/jobs'
import { DictumError } from '../../shared/domain/result'
import { toAppError } from './errors'

const PROGRESS_EVERY_MS = 100
const STAND_BACK_MS = 20
const RUNNING: Readonly<Record<Job['kind'], string>> = {
  import: 'An import',
  export: 'An export',
  'export-count': 'A count of an export',
  suggest: 'A search for suggestions',
  copies: 'A search for copies',
  changes: 'A search for changed files',
  preflight: 'A look at files',
  'undo-import': 'Taking back an import',
  check: 'A check',
  lint: 'A look over the annotations',
}

/** What must not run beside each other, though it is not of one kind. */
const AT_ODDS: readonly (readonly Job['kind'][])[] = [['import', 'undo-import']]

/** What a running job may ask and say. */
export interface JobControl {
  readonly isCancelled: () => boolean
  /** Whether nobody cancelled it, but the project is being closed. */
  readonly isClosing: () => boolean
  /** Tells how far it is; passed on at most every 100 ms, a new phase at once. `total` is null while it is still counting. */
  readonly progress: (phase: string, done: number, total: number | null, unit?: Job['unit']) => void
}

/** The control of a job that nobody waits for. */
export interface BackgroundControl extends JobControl {
  /** Resolves when no other job is running, or this one is cancelled. */
  readonly standBack: () => Promise<void>
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
  closing: boolean
  readonly finished: Promise<void>
}

/** The long works of the engine, each told about by `job` events: a first, some between, and a last. */
export interface Jobs {
  /** Starts a job and returns its id at once. Throws project_busy if one of its kind, or at odds with it, is running. */
  start<K extends Job['kind']>(
    kind: K,
    work: (control: BackgroundControl) => Promise<JobEnd<Report<K>>>,
    jobId?: string,
  ): string
  /** The same, but one of its kind that is running is cancelled first: it answers what nobody asks any more. */
  startInstead<K extends Job['kind']>(
    kind: K,
    work: (control: BackgroundControl) => Promise<JobEnd<Report<K>>>,
  ): Promise<string>
  /** Throws project_busy if such a job could not be started now. */
  requireFree(kind: Job['kind']): void
  /** False if there is no such job running. */
  cancel(jobId: string): boolean
  /** Resolves when none is running. */
  cancelAll(): Promise<void>
}

export function createJobs(emit: (job: Job) => void): Jobs {
  const running = new Map<string, Running>()
  const requireFree = (kind: Job['kind']) => {
    const inTheWay = [...running.values()].find((job) => isAtOdds(job.kind, kind))
    if (!inTheWay) return
    const doing = `${RUNNING[inTheWay.kind]} is running already.`
    throw new DictumError('project_busy', `${doing} Wait for its end, or cancel it.`)
  }
  const jobs: Jobs = {
    requireFree,
    startInstead: async (kind, work) => {
      for (;;) {
        const earlier = [...running.values()].find((job) => job.kind === kind)
        if (!earlier) return jobs.start(kind, work)
        earlier.cancelled = true
        await earlier.finished
      }
    },
    // a job is gone with the session: its id is none of the project's
    start: (kind, work, jobId = randomUUID()) => {
      requireFree(kind)
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
      const isCancelled = () => running.get(jobId)?.cancelled ?? true
      const control: BackgroundControl = {
        isCancelled,
        standBack: async () => {
          while (running.size > 1 && !isCancelled()) await new Promise((resolve) => setTimeout(resolve, STAND_BACK_MS))
        },
        isClosing: () => running.get(jobId)?.closing ?? false,
        progress: (phase, done, total, unit) => {
          const isNewPhase = phase !== job.phase
          Object.assign(job, { phase, done, total, unit })
          if (isNewPhase || performance.now() - toldAtMs >= PROGRESS_EVERY_MS) tell()
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
      running.set(jobId, { kind, cancelled: false, closing: false, finished: run() })
      return jobId
    },
    cancel: (jobId) => {
      const job = running.get(jobId)
      if (job) job.cancelled = true
      return job !== undefined
    },
    cancelAll: async () => {
      const all = [...running.values()]
      for (const job of all) {
        job.closing = !job.cancelled
        job.cancelled = true
      }
      await Promise.all(all.map((job) => job.finished))
    },
  }
  return jobs
}

const isAtOdds = (one: Job['kind'], other: Job['kind']): boolean =>
  one === other || AT_ODDS.some((kinds) => kinds.includes(one) && kinds.includes(other))

/** Lets waiting requests be served before a long work goes on. */
export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
