import type { ChangeSet } from '../../shared/contract/changes'
import { type AttributeValue, type Span, spanStart } from '../../shared/domain/annotations/annotations'
import type { ArticleDetail, Status } from '../../shared/domain/corpus/articles'
import { DictumError } from '../../shared/domain/result'
import { DEFAULT_MARKING } from '../../shared/domain/settings'
import type { DocOffset, Part } from '../../shared/domain/text/offsets'
import { markableRange, moveEdge } from '../../shared/domain/text/segmentation'
import { joinParts } from '../../shared/domain/text/span-parts'
import { dismissToastsOf, showToast, useAppStore } from './app-store'
import { focusSpan, type TextSelection, useArticleStore } from './article-store'
import { refreshCorpus, useCorpusStore } from './corpus-store'
import { askEngine } from './engine'
import { followChange } from './follow-change'
import { inOrder } from './gesture-queue'
import { currentIndex, loadArticle, openAfter } from './navigation'
import { leavePutAway } from './put-away'

export function openArticleOrFail(): ArticleDetail {
  const { article } = useArticleStore.getState()
  if (article === null) throw new DictumError('not_found', 'Open an article first.')
  return article
}

export function spanOrFail(uid: string): Span {
  const span = useArticleStore.getState().spans.get(uid)
  if (span === undefined) throw new DictumError('not_found', 'That span is not there any more.')
  return span
}

/** A gesture on the open article whose reply is followed at once. */
const change = (ask: () => Promise<ChangeSet>): Promise<boolean> => inOrder(async () => followChange(await ask()))

/** How a gesture that marks takes the selection; without this as the settings say. */
export interface Exactness {
  /** The very letters that are selected, with all that stands at the edges. */
  readonly exactly?: boolean
}

/** The stretch that a mark would cover now: the selection, or the word at the caret. */
export function markTarget({ exactly = false }: Exactness = {}): Part | null {
  const { article, selection } = useArticleStore.getState()
  if (article === null || selection === null) return null
  const { snapToWords, trimEdges } = useAppStore.getState().settings?.marking ?? DEFAULT_MARKING
  const range = markableRange(article.text, selection, {
    words: snapToWords && !exactly,
    trim: trimEdges && !exactly,
  })
  return range === null ? null : [range.start, range.end]
}

/** The same at this very moment, however quick the hand. */
function currentTarget(how?: Exactness): Part | null {
  useArticleStore.getState().view?.syncSelection()
  return markTarget(how)
}

/** Marks the selection, or the word at the caret, and focuses the new span. */
export function markSelection(labelId: string, how?: Exactness): Promise<boolean> {
  // what was selected when the key was pressed, not when the queue gets there
  const target = currentTarget(how)
  if (target === null) {
    showToast('info', 'Select words in the article first, or put the caret in a word.')
    return Promise.resolve(false)
  }
  return createSpan(labelId, [target])
}

/** Puts the caret at the end of what was marked, unless a quick hand has made the next selection already. */
function leaveSelection(selected: TextSelection | null, end: DocOffset): void {
  const { view } = useArticleStore.getState()
  view?.syncSelection()
  const { selection } = useArticleStore.getState()
  if (selection?.anchor === selected?.anchor && selection?.focus === selected?.focus)
    view?.setSelection({ anchor: end, focus: end })
}

export function createSpan(labelId: string, parts: readonly Part[]): Promise<boolean> {
  const { article, selection: selected } = useArticleStore.getState()
  return inOrder(async () => {
    // the one that was selected in: another may be open by now
    const { articleId } = article ?? openArticleOrFail()
    const made = await askEngine('span.create', { articleId, labelId, parts: [...parts] })
    followChange(made)
    const uid = made.spans[0]?.uid
    if (uid === undefined || useArticleStore.getState().article?.articleId !== articleId) return
    leaveSelection(selected, parts[parts.length - 1]![1])
    focusSpan(uid)
  })
}

export const relabelSpan = (uid: string, labelId: string): Promise<boolean> =>
  change(() => askEngine('span.update', { uid, patch: { labelId } }))

export const setParts = (uid: string, parts: readonly Part[]): Promise<boolean> =>
  change(() => askEngine('span.update', { uid, patch: { parts: [...parts] } }))

export const setAttribute = (uid: string, attributeId: string, value: AttributeValue | null): Promise<boolean> =>
  change(() => askEngine('span.update', { uid, patch: { attributes: { [attributeId]: value } } }))

/** The same label, or the same value of an attribute, for several spans at once. */
export const relabelSpans = (uids: readonly string[], labelId: string): Promise<boolean> =>
  change(() => askEngine('span.updateMany', { uids: [...uids], patch: { labelId } }))

export const setAttributes = (
  uids: readonly string[],
  attributeId: string,
  value: AttributeValue | null,
): Promise<boolean> =>
  change(() => askEngine('span.updateMany', { uids: [...uids], patch: { attributes: { [attributeId]: value } } }))

/** Makes an entity and says that it is what an attribute of these spans means. */
export const createEntityFor = (uids: readonly string[], attributeId: string, name: string): Promise<boolean> =>
  change(() => askEngine('entity.create', { name, assign: { spanUids: [...uids], attributeId } }))

export const setSpanNote = (uid: string, note: string): Promise<boolean> =>
  change(() => askEngine('span.update', { uid, patch: { note } }))

export const removeSpans = (uids: readonly string[]): Promise<boolean> =>
  change(() => askEngine('span.remove', { uids: [...uids] }))

/** Adds the selection to the focused span as a further part: an interrupted quote stays one span. */
export function addPartFromSelection(how?: Exactness): Promise<boolean> {
  const target = currentTarget(how)
  const selected = useArticleStore.getState().selection
  return inOrder(async () => {
    // the span that the gesture before this one has left in focus
    const uid = useArticleStore.getState().focusedUid
    if (target === null || uid === null) {
      showToast('info', 'Focus a span, then select the words to add to it.')
      return
    }
    followChange(await askEngine('span.update', { uid, patch: { parts: joinParts(spanOrFail(uid).parts, target) } }))
    leaveSelection(selected, target[1])
  })
}

/**
 * Moves one edge of a span, of the part that the caret is in or, elsewhere, its outer one; nothing happens at the end of
 * the text, beside another part, or where the part would vanish.
 */
export const nudge = (
  uid: string,
  edge: 'start' | 'end',
  direction: -1 | 1,
  by: 'grapheme' | 'word',
): Promise<boolean> =>
  inOrder(async () => {
    const { text } = openArticleOrFail()
    const span = spanOrFail(uid)
    const caret = useArticleStore.getState().selection?.focus
    // where a walk through the spans leaves the caret, it says nothing of a part: then the outer edges are meant
    const isIn = ([start, end]: Part) => caret !== undefined && start <= caret && caret <= end
    const part = caret === spanStart(span) ? -1 : span.parts.findIndex(isIn)
    const parts = moveEdge(text, span.parts, edge, direction, by, part === -1 ? undefined : part)
    if (parts !== null) followChange(await askEngine('span.update', { uid, patch: { parts: [...parts] } }))
  })

export const removeRelations = (uids: readonly string[]): Promise<boolean> =>
  change(() => askEngine('relation.remove', { uids: [...uids] }))

const updateArticle = (
  patch: Partial<{ status: Status; flagged: boolean; note: string; title: string; publishedOn: string | null }>,
): Promise<boolean> => change(() => askEngine('article.update', { articleId: openArticleOrFail().articleId, patch }))

export const setStatus = (status: Status): Promise<boolean> => updateArticle({ status })
export const setTitle = (title: string): Promise<boolean> => updateArticle({ title })

export const toggleFlag = (): Promise<boolean> =>
  inOrder(async () => {
    const { articleId, flagged } = openArticleOrFail()
    followChange(await askEngine('article.update', { articleId, patch: { flagged: !flagged } }))
  })

/** Sets the open article to done and opens the next one of the list. */
export const doneAndNext = (): Promise<boolean> =>
  inOrder(async () => {
    const { articleId, status } = openArticleOrFail()
    // the list as it is now: with a filter, the article may leave it the moment it is done
    const { articleIds } = useCorpusStore.getState()
    const index = currentIndex()
    if (status !== 'done') followChange(await askEngine('article.update', { articleId, patch: { status: 'done' } }))
    await openAfter(articleIds, index)
  })

async function travel(method: 'history.undo' | 'history.redo'): Promise<void> {
  const direction = method === 'history.undo' ? 'undo' : 'redo'
  const step = useAppStore.getState().project?.undo[direction]
  const made = await askEngine(method, {})
  followChange(made)
  if (direction === 'undo' && step != null) dismissToastsOf(step.eventId)
  // what is not of one article may be out of sight
  if ((made.labelSet !== null || made.savedSearches) && step != null)
    showToast('info', `${direction === 'undo' ? 'Undone' : 'Done again'}: ${step.summary}.`)
  const { article, view } = useArticleStore.getState()
  const uid = made.spans[0]?.uid
  if (made.article !== null && made.article.shelf !== 'shown') {
    await refreshCorpus({ keepRows: true })
    await leavePutAway()
  } else if (made.articleId !== null && made.articleId !== article?.articleId) {
    await loadArticle(made.articleId, uid === undefined ? { goToHit: false } : { focusUid: uid })
  } else if (uid !== undefined) {
    focusSpan(uid)
    view?.revealSpan(uid)
  }
}

/** Takes back the last gesture, in whichever article it was, and goes there. */
export const undo = (): Promise<boolean> => inOrder(() => travel('history.undo'))
export const redo = (): Promise<boolean> => inOrder(() => travel('history.redo'))
