import type { Job } from '../../shared/contract/jobs'
import { countOf } from '../ui/format'
import { ReportList } from './report-list'

/** What could not be suggested in the copies, because its place is not certain there. */
export function UnplacedView({ job }: { readonly job: Extract<Job, { kind: 'suggest' }> }) {
  const unplaced = job.report?.unplaced ?? []
  if (unplaced.length === 0) return null
  return (
    <ReportList
      label="Spans without a certain place"
      items={unplaced.map(({ words, places, title }) => ({
        title: `“${words}”`,
        message: `${title}: ${places === 0 ? 'these words are not there' : `may be meant in ${countOf(places, 'place')}`}`,
        tone: 'plain',
      }))}
    />
  )
}
