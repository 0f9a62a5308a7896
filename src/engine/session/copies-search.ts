import { v7 } from 'uuid'
import { DictumError } from '../../shared/domain/result'
import { findCopies } from '../copies/find-copies'
import type { Session } from './session'

const TRY_AGAIN_MS = 50

/** The search for copies: by command, and after each import. */
export interface CopiesSearch {
  /** Throws project_busy while one is running. */
  start(all: boolean): string
  /** Starts one now, or as soon as the running one has ended. */
  startInBackground(): void
  /** Stops the one that is running: an import has the machine for itself. */
  stop(): void
}

export function copiesSearch(session: Session): CopiesSearch {
  let runningId: string | null = null
  const start = (all: boolean, jobId?: string) => {
    const project = session.require()
    const id = session.jobs.start(
      'copies',
      async (control) => {
        try {
          const end = await findCopies(project, all, control)
          if (end.report?.changed) session.emit({ type: 'annotations-changed' })
          return end
        } finally {
          if (runningId === id) runningId = null
        }
      },
      jobId,
    )
    runningId = id
    return id
  }
  const startInBackground = (project = session.current) => {
    if (project === null || session.current !== project) return
    try {
      // not from the clock: what comes by itself must not change the ids of what somebody does
      start(false, v7())
    } catch (error) {
      if (!(error instanceof DictumError) || error.code !== 'project_busy') throw error
      setTimeout(() => startInBackground(project), TRY_AGAIN_MS)
    }
  }
  return {
    start,
    startInBackground: () => startInBackground(),
    stop: () => {
      if (runningId !== null) session.jobs.cancel(runningId)
    },
  }
}
