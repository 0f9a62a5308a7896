import type { SuggestReport } from '../../shared/contract/jobs'
import type { JobControl, JobEnd } from '../base/jobs'
import type { Session } from './session'

/** Runs a search for suggestions as a job; the window hears of it where any were found. Returns the job's id. */
export const startSuggesting = (
  session: Session,
  work: (control: JobControl) => Promise<JobEnd<SuggestReport>>,
): string =>
  session.jobs.start('suggest', async (control) => {
    const end = await work(control)
    if (end.report?.eventId != null) session.emit({ type: 'annotations-changed' })
    return end
  })
