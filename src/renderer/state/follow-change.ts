import type { ChangeSet } from '../../shared/contract/changes'
import { setProject, showToast, useAppStore } from './app-store'
import { applyChange, useArticleStore } from './article-store'
import { isSearching, putRows, recheckArticle, refreshCorpus, refreshRows, useCorpusStore } from './corpus-store'
import { followEntities } from './entity-store'
import { inOrder } from './gesture-queue'
import { refreshShown } from './refresh-shown'
import { loadSavedSearches } from './saved-search-store'

/** Whether a gesture did anything: one that found nothing to do leaves no event to take back. */
const hasRows = ({ spans, removedSpans, suggestions, removedSuggestions, relations, removedRelations }: ChangeSet) =>
  [spans, removedSpans, suggestions, removedSuggestions, relations, removedRelations].some(({ length }) => length > 0)

function tell(change: ChangeSet): void {
  if (change.note === null) return
  const canUndo = change.articleId === null || hasRows(change)
  showToast('info', change.note, canUndo ? { eventId: change.eventId } : {})
}

/** Whether the open article has another language or other tags, which the list filters by, though its rows do not show them. */
function changesMeta({ articleId, articleMeta }: ChangeSet): boolean {
  const { article } = useArticleStore.getState()
  if (article === null || article.articleId !== articleId || articleMeta === null) return false
  return article.lang !== articleMeta.lang || article.tags.join('\n') !== articleMeta.tags.join('\n')
}

/** Brings every store up to date with what a gesture, an undo or a redo changed. */
export function followChange(change: ChangeSet): void {
  const hasMeta = changesMeta(change)
  applyChange(change)
  followEntities(change.entities, change.removedEntities)
  const { project } = useAppStore.getState()
  // at once: the next edit of the set starts from this one
  if (project !== null) setProject({ ...project, undo: change.undo, labelSet: change.labelSet ?? project.labelSet })
  tell(change)
  if (change.savedSearches) {
    void loadSavedSearches()
    return
  }
  if (change.articleId === null) {
    // before the next gesture, which must find what this one has left
    void inOrder(refreshShown)
    return
  }
  const row = change.article
  if (row === null) return
  const before = useCorpusStore.getState().rows.get(row.articleId)
  putRows([row])
  // only what the list counts, sorts or filters by is worth asking for again
  const moved =
    hasMeta ||
    before === undefined ||
    before.shelf !== row.shelf ||
    before.suggestions > 0 !== row.suggestions > 0 ||
    before.title !== row.title ||
    before.publishedOn !== row.publishedOn
  if (moved) void refreshCorpus({ keepRows: true })
  // no order depends on these; what words find may take long to be looked through for one article, too
  else if (before.status !== row.status || before.flagged !== row.flagged)
    void (isSearching(useCorpusStore.getState()) ? refreshCorpus({ keepRows: true }) : recheckArticle(row.articleId))
  // the rows of its copies tell of one more or one less
  if (before?.shelf !== row.shelf && row.copies > 0) void inOrder(refreshRows)
}
