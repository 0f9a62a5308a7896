import type { Job } from '../../shared/contract/jobs'
import { countOf } from '../ui/format'
import { reportFailure, showToast } from './app-store'
import { useArticleStore } from './article-store'
import { setFilter, useCorpusStore } from './corpus-store'
import { askEngine } from './engine'
import { inOrder } from './gesture-queue'

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

/** Proposes the spans of an article in its copies; the footer shows how far it is. */
export const annotateOnce = (articleId: number): Promise<boolean> =>
  inOrder(async () => void (await askEngine('suggest.copies', { articleId })))

/** The same for the open article. */
export function annotateOpenOnce(): void {
  const { article } = useArticleStore.getState()
  if (article !== null) void annotateOnce(article.articleId)
}

/** Lists only what has copies, or of each group of copies only the first; once more, all articles again. */
export function toggleCopiesFilter(choice: 'some' | 'one'): void {
  const { copies } = useCorpusStore.getState().filter
  void setFilter({ copies: copies === choice ? 'any' : choice })
}
