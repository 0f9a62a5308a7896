import { useEffect, useState } from 'react'
import type { ExportOptions } from '../../shared/contract/export-methods'
import type { ExportReport, Job } from '../../shared/contract/jobs'
import { DictumError } from '../../shared/domain/result'
import { useAppStore } from '../state/app-store'
import { askEngine } from '../state/engine'

/** Counting reads all that is chosen: not at every step of the arrows. Milliseconds. */
const PAUSE_MS = 350

export interface Count {
  /** What an export would come to; null while it is being counted, and where it cannot be. */
  readonly report: ExportReport | null
  /** From 0 to 1; null before the articles are reached. */
  readonly share: number | null
  readonly hasFailed: boolean
}

/** What an export would come to, counted exactly. */
export function useCount(options: ExportOptions): Count {
  const [jobId, setJobId] = useState<string | null>(null)
  const [isRefused, setIsRefused] = useState(false)
  const job = useAppStore((state) => (jobId === null ? undefined : state.jobs.get(jobId)))
  useEffect(() => {
    let gone = false
    let started: string | null = null
    setJobId(null)
    setIsRefused(false)
    const cancel = (id: string) => void askEngine('job.cancel', { jobId: id }).catch(() => undefined)
    const timer = setTimeout(async () => {
      try {
        started = (await askEngine('export.count', options)).jobId
        if (gone) cancel(started)
        else setJobId(started)
      } catch (error) {
        // the preview says what is wrong with what was chosen
        if (!(error instanceof DictumError)) throw error
        if (!gone) setIsRefused(true)
      }
    }, PAUSE_MS)
    return () => {
      gone = true
      clearTimeout(timer)
      if (started !== null) cancel(started)
    }
  }, [options])
  return {
    report: job?.kind === 'export-count' && job.state === 'done' ? job.report : null,
    share: shareOf(job),
    hasFailed: isRefused || job?.state === 'failed',
  }
}

const shareOf = (job: Job | undefined): number | null =>
  job?.state === 'running' && job.total !== null && job.total > 0 ? job.done / job.total : null
