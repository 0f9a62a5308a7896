import type { ConcordanceRow, LineRanges } from '../../shared/contract/concordance-methods'
import { parseSearch } from '../../shared/domain/search/search-query'
import { docOffset } from '../../shared/domain/text/offsets'
import { copyText } from '../ui/copy-text'
import { countOf } from '../ui/format'
import { closeDialog, openDialog, reportFailure, showToast, useAppStore } from './app-store'
import { focusSpan, useArticleStore } from './article-store'
import { look, useConcordanceStore } from './concordance-store'
import { useCorpusStore } from './corpus-store'
import { askApp, askEngine } from './engine'
import { inOrder } from './gesture-queue'
import { countChosen } from './line-choice'
import { loadArticle } from './navigation'

/** What the list's search was when the concordance was last opened: only another one is looked for anew. */
let seed = ''

/** The words that are searched in the list, its last word by its beginning as there. */
function wordsOfList(): string {
  const text = useCorpusStore.getState().filter.text.trim()
  const [whole, open] = [parseSearch(text), parseSearch(text, { isTyping: true })]
  return JSON.stringify(whole) === JSON.stringify(open) ? text : `${text}*`
}

/** Opens the room: at the place where it was left, or with what is searched in the list now. */
export function openConcordance(): void {
  const text = useCorpusStore.getState().filter.text.trim()
  const isNew = text !== '' && (text !== seed || useConcordanceStore.getState().source === null)
  if (isNew) lookInList()
  else openDialog({ kind: 'concordance' })
}

/** Opens the room with what is searched in the list, whatever was there before. */
export function lookInList(): void {
  const query = wordsOfList()
  seed = useCorpusStore.getState().filter.text.trim()
  openDialog({ kind: 'concordance' })
  if (parseSearch(query).ok) void look({ kind: 'query', query, inLabel: null })
}

/** The article of a line, at the hit, which is selected; a span of just these words takes the focus. */
async function showHit({ articleId, start, end }: ConcordanceRow): Promise<void> {
  if (useArticleStore.getState().article?.articleId !== articleId) await loadArticle(articleId, { goToHit: false })
  const { view, spans } = useArticleStore.getState()
  view?.focus()
  const { source } = useConcordanceStore.getState()
  const isSpan = source?.kind === 'label' || source?.kind === 'entity'
  const span = [...spans.values()].find(
    ({ parts, labelId }) =>
      isSpan &&
      parts[0]![0] === start &&
      parts.at(-1)![1] === end &&
      (source.kind === 'entity' || labelId === source.labelId),
  )
  if (span !== undefined) focusSpan(span.uid)
  view?.setSelection({ anchor: docOffset(start), focus: docOffset(end) })
  view?.revealOffset(docOffset(start))
}

/** Leaves the room for the article of a line. The way back leads to the same line. */
export function followLine(line: number): void {
  const row = useConcordanceStore.getState().rows.get(line)
  if (row === undefined || row.title === null) return
  useConcordanceStore.setState({ active: line, anchor: line, followed: line })
  closeDialog()
  void inOrder(() => showHit(row))
}

/** From one hit to the next without the room; its line is fetched where it has not been seen yet. */
export function stepHit(direction: 1 | -1): void {
  const { followed, found, context } = useConcordanceStore.getState()
  if (followed === null || found === null) return
  const line = followed + direction
  if (line < 0 || line >= found.hits) return
  const { concordanceId } = found
  void inOrder(async () => {
    const [row] = await askEngine('concordance.rows', { concordanceId, from: line, count: 1, context })
    if (row === undefined || row.title === null) return
    useConcordanceStore.setState({ active: line, anchor: line, followed: line })
    await showHit(row)
  })
}

/** The lines that are meant: those that are chosen, else all. */
const meant = (): LineRanges | null => {
  const { chosen } = useConcordanceStore.getState()
  return countChosen(chosen) === 0 ? null : chosen
}

/** Suggests the chosen hits, or all, as spans of a label: one step, told and undone by its message. */
export const suggestHits = (labelId: string): Promise<boolean> =>
  inOrder(async () => {
    const { found } = useConcordanceStore.getState()
    if (found === null) return
    await askEngine('concordance.suggest', { concordanceId: found.concordanceId, labelId, chosen: meant() })
  })

export async function copyLines(): Promise<void> {
  const { found, context } = useConcordanceStore.getState()
  if (found === null) return
  try {
    const lines = { concordanceId: found.concordanceId, chosen: meant(), context }
    const { text } = await askEngine('concordance.text', lines)
    if (copyText(text)) showToast('info', `${countOf(text.split('\n').length - 1, 'line')} copied.`)
    else showToast('error', 'The lines could not be copied. Save them as CSV instead.')
  } catch (error) {
    reportFailure(error)
  }
}

export async function saveLines(): Promise<void> {
  const { found, context } = useConcordanceStore.getState()
  if (found === null) return
  try {
    const written = await askApp('concordance.save', {
      concordanceId: found.concordanceId,
      chosen: meant(),
      context,
    })
    if (written !== null) showToast('info', `${countOf(written.lines, 'line')} saved to ${fileName(written.path)}.`)
  } catch (error) {
    reportFailure(error)
  }
}

const fileName = (path: string): string => path.split(useAppStore.getState().platform === 'win32' ? '\\' : '/').at(-1)!
