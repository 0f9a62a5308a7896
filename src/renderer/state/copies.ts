import type { Job } from '../../shared/contract/jobs'
import { countOf } from '../ui/format'
import { reportFailure, showToast } from './app-store'
import { askEngine } from './engine'

type CopiesJob = Extract<Job, { kind: 'copies' }>

/** What a search for copies came to, in a sentence. */
export function copiesText({ state, error, report }: CopiesJob): string {
  if (state === 'failed') return error?.message ?? ''
  if (report === null) return 'Stopped. What was read is kept; the next search goes on from there.'
  const { groups, articles } = report
  return groups === 0
    ? 'No two articles are nearly the same.'
    : `${countOf(articles, 'article is', 'articles are')} nearly the same as others, in ${countOf(groups, 'group')}.`
}

let askedFor: string | null = null

/** Looks at all articles once more; the footer shows how far it is. */
export async function findCopies(): Promise<void> {
  try {
    askedFor = (await askEngine('copies.find', { all: true })).jobId
  } catch (error) {
    reportFailure(error)
  }
}

/** A search that somebody asked for says what it came to; the one after an import does not. */
export function tellOfCopies(job: CopiesJob): void {
  if (job.jobId !== askedFor && job.state !== 'failed') return
  showToast(job.state === 'failed' ? 'error' : 'info', copiesText(job))
}
