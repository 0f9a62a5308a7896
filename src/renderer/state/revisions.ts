import type { Job } from '../../shared/contract/jobs'
import type { Part } from '../../shared/domain/text/offsets'
import { countOf } from '../ui/format'
import { openDialog, reportFailure, showToast } from './app-store'
import { useArticleStore } from './article-store'
import { askEngine } from './engine'
import { followChange } from './follow-change'
import { inOrder } from './gesture-queue'
import { markTarget } from './gestures'

type ChangesJob = Extract<Job, { kind: 'changes' }>

async function showJob(start: () => Promise<{ jobId: string }>): Promise<void> {
  try {
    openDialog({ kind: 'job', jobId: (await start()).jobId })
  } catch (error) {
    reportFailure(error)
  }
}

/** Looks which of the project's files have changed; the dialog tells, and offers to import them. */
export const findChanged = (): Promise<void> => showJob(() => askEngine('revisions.find', {}))

/** Imports as new revisions what an import reported as changed, or the files of some articles. */
export const importRevisions = (which: { batch: string } | { articleIds: number[] }): Promise<void> =>
  showJob(() => askEngine('revisions.import', which))

let importing: string | null = null

/** The same, and what has changed comes in at once. */
export async function importChanged(): Promise<void> {
  try {
    importing = (await askEngine('revisions.find', {})).jobId
    openDialog({ kind: 'job', jobId: importing })
  } catch (error) {
    reportFailure(error)
  }
}

export function followChanges({ jobId, report }: ChangesJob): void {
  if (jobId !== importing) return
  const articleIds = report?.changedFiles.map(({ articleId }) => articleId) ?? []
  if (articleIds.length > 0) void importRevisions({ articleIds })
}

/** What a look at the project's files came to, in a sentence or two. */
export function changesText({ state, error, report }: ChangesJob): string {
  if (state === 'failed') return error?.message ?? ''
  if (report === null) return 'Stopped before all files were read.'
  const { files, changed, missing, inCollections } = report
  const rest =
    inCollections === 0
      ? ''
      : ` ${countOf(inCollections, 'article')} of larger files were not looked at: import those files again.`
  if (changed === 0 && missing === 0) return `${countOf(files, 'file')} read; all are as they were imported.${rest}`
  const gone = missing === 0 ? '' : ` ${countOf(missing, 'file is', 'files are')} gone or cannot be read.`
  return `${countOf(changed, 'file has', 'files have')} changed since the import.${gone}${rest}`
}

/** Moves a span that an earlier revision has kept to a place in the open article. */
export const placeSpan = (uid: string, parts: readonly Part[]): Promise<boolean> =>
  inOrder(async () => followChange(await askEngine('revision.place', { uid, parts: [...parts] })))

/** The same, to what is selected in the open article. */
export function placeAtSelection(uid: string): void {
  useArticleStore.getState().view?.syncSelection()
  const target = markTarget()
  if (target === null) showToast('info', 'Select the words in the article first, then press this again.')
  else void placeSpan(uid, [target])
}

/** Gives such a span up. */
export const dropSpan = (uid: string): Promise<boolean> =>
  inOrder(async () => followChange(await askEngine('span.remove', { uids: [uid] })))
