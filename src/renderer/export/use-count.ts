import { useEffect, useState } from 'react'
import type { ExportOptions } from '../../shared/contract/export-methods'
import type { ExportReport } from '../../shared/contract/jobs'
import { DictumError } from '../../shared/domain/result'
import { useAppStore } from '../state/app-store'
import { askEngine } from '../state/engine'

/** Counting reads all that is chosen: not at every step of the arrows. Milliseconds. */
const PAUSE_MS = 350

/** What an export would come to, counted exactly; null while it is being counted. */
export function useCount(options: ExportOptions): ExportReport | null {
  const [jobId, setJobId] = useState<string | null>(null)
  const job = useAppStore((state) => (jobId === null ? undefined : state.jobs.get(jobId)))
  useEffect(() => {
    let gone = false
    let started: string | null = null
    setJobId(null)
    const cancel = (id: string) => void askEngine('job.cancel', { jobId: id }).catch(() => undefined)
    const timer = setTimeout(async () => {
      try {
        started = (await askEngine('export.count', options)).jobId
        if (gone) cancel(started)
        else setJobId(started)
      } catch (error) {
        // the preview says what is wrong with what was chosen
        if (!(error instanceof DictumError)) throw error
      }
    }, PAUSE_MS)
    return () => {
      gone = true
      clearTimeout(timer)
      if (started !== null) cancel(started)
    }
  }, [options])
  return job?.kind === 'export-count' && job.state === 'done' ? job.report : null
}
