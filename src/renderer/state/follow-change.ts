import type { ChangeSet } from '../../shared/contract/engine-methods'
import { showToast, useAppStore } from './app-store'
import { applyChange } from './article-store'
import { putRows, refreshCorpus, useCorpusStore } from './corpus-store'

/** Brings every store up to date with what a gesture, an undo or a redo changed. */
export function followChange(change: ChangeSet): void {
  applyChange(change)
  useAppStore.setState(({ project }) => (project === null ? {} : { project: { ...project, undo: change.undo } }))
  if (change.note !== null) showToast('info', change.note)
  const row = change.article
  if (row === null) return
  const before = useCorpusStore.getState().rows.get(row.articleId)
  putRows([row])
  // only what the list counts, sorts or filters by is worth asking for again
  const moved =
    before === undefined ||
    before.status !== row.status ||
    before.flagged !== row.flagged ||
    before.title !== row.title ||
    before.publishedOn !== row.publishedOn
  if (moved) void refreshCorpus({ keepRows: true })
}
