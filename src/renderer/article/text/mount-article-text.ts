import type { Disposer } from '../../../shared/contract/window-api'
import { type Span, spanStart } from '../../../shared/domain/annotations/annotations'
import type { LabelSet } from '../../../shared/domain/label-set/label-set'
import { docOffset } from '../../../shared/domain/text/offsets'
import { useAppStore } from '../../state/app-store'
import { type ArticleViewHandle, useArticleStore } from '../../state/article-store'
import { typedField } from '../../state/typed-field'
import { ArticleSurface } from './article-surface'
import { moveCaret } from './caret-keys'
import { caretNeighbours } from './caret-neighbours'
import { followPress } from './follow-press'
import { followReading } from './follow-reading'
import { showHoveredParts } from './hover-parts'
import { exposeHues } from './hue-properties'
import { adoptSegmentStyles } from './segment-styles'
import { beginSelection, clickHandler } from './span-clicks'
import { labelLooks } from './span-pieces'
import { guardText } from './text-guard'
import { TextMarks } from './text-marks'
import { TextProjection } from './text-projection'
import { readSelection, sameSelection, writeSelection } from './text-selection'

type ArticleState = ReturnType<typeof useArticleStore.getState>

/** After this many frames the lines around a span that was far away are laid out. */
const SETTLING_FRAMES = 3

const NO_ARTICLE = { text: '', title: '' }

const labelSetNow = (): LabelSet | undefined => useAppStore.getState().project?.labelSet

/** The spans of one state that another has not, or not as they are here. */
function missingIn(other: ReadonlyMap<string, Span>, spans: ReadonlyMap<string, Span>): Span[] {
  const missing: Span[] = []
  for (const [uid, span] of spans) if (other.get(uid) !== span) missing.push(span)
  return missing
}

/**
 * Brings the article of the store into an element, keeps it there through every change, and tells the store about the
 * caret. `column` positions the overlays, `scroller` scrolls it.
 */
export function mountArticleText(
  root: HTMLElement,
  column: HTMLElement,
  scroller: HTMLElement,
): { surface: ArticleSurface; dispose: Disposer } {
  let projection: TextProjection | null = null
  const guard = guardText(root, () => projection)
  const shown = new TextProjection(root)
  projection = shown
  const surface = new ArticleSurface(shown, scroller, column)
  const unfollowReading = followReading(surface)
  const unfollowPress = followPress(root, column)
  const hideHovered = showHoveredParts(shown)
  const marks = new TextMarks(shown)
  let looks = labelLooks(labelSetNow())
  exposeHues(column)
  adoptSegmentStyles()

  const showAll = (state: ArticleState): void => {
    // at once, so that the text can take the keyboard before React gets here
    scroller.hidden = state.article === null
    shown.show(state.article ?? NO_ARTICLE, state.paragraphs, state.spans.values(), looks)
    guard.accept()
    marks.show(state, looks)
    surface.layoutChanged()
  }

  const showChange = (state: ArticleState, before: ArticleState): void => {
    const selection = readSelection(shown)
    shown.change(missingIn(state.spans, before.spans), missingIn(before.spans, state.spans))
    guard.accept()
    // the native selection goes with the text nodes it stood in
    if (selection !== null && !sameSelection(selection, readSelection(shown))) writeSelection(shown, selection)
  }

  const follow = (state: ArticleState, before: ArticleState): void => {
    const anotherText = state.paragraphs !== before.paragraphs
    if (anotherText) {
      scroller.scrollTop = 0
      showAll(state)
      return
    }
    if (state.spans !== before.spans) showChange(state, before)
    const marksChanged =
      state.spans !== before.spans ||
      state.relations !== before.relations ||
      state.focusedUid !== before.focusedUid ||
      state.link !== before.link
    if (!marksChanged) return
    marks.show(state, looks)
    surface.layoutChanged()
  }

  const publishSelection = (): void => {
    const selection = readSelection(shown)
    if (selection === null || sameSelection(selection, useArticleStore.getState().selection)) return
    useArticleStore.setState({ selection })
  }

  // the browser would put the caret at the start; a press puts it where the mouse is, after this
  const restoreSelection = (): void => {
    const { article, selection } = useArticleStore.getState()
    if (article !== null) writeSelection(shown, selection ?? { anchor: docOffset(0), focus: docOffset(0) })
  }

  // Chromium types into the selection and not into what has the keyboard: it may not move under a field or a dialog,
  // beside which the text is inert
  const isTypedElsewhere = (): boolean => root.closest('[inert]') !== null || typedField() !== null

  const view: ArticleViewHandle = {
    syncSelection: publishSelection,
    focus: () => {
      root.focus({ preventScroll: true })
      if (!isTypedElsewhere() && readSelection(shown) === null) restoreSelection()
    },
    revealSpan: (uid) => {
      const span = useArticleStore.getState().spans.get(uid)
      if (span === undefined) return
      // lines far away get their real heights in the frames after, and the end of a long article moves away with them
      const reveal = (framesLeft: number) => {
        if (useArticleStore.getState().spans.get(uid) !== span) return
        surface.reveal(spanStart(span), { center: true })
        if (framesLeft > 0) requestAnimationFrame(() => reveal(framesLeft - 1))
      }
      reveal(SETTLING_FRAMES)
    },
    revealOffset: (offset) => surface.reveal(offset, { center: true }),
    setSelection: (selection) => {
      if (isTypedElsewhere()) useArticleStore.setState({ selection })
      else {
        writeSelection(shown, selection)
        publishSelection()
      }
      surface.reveal(selection.focus, { margin: 24 })
    },
  }

  const copy = (event: ClipboardEvent): void => {
    const selection = readSelection(shown)
    const { article } = useArticleStore.getState()
    if (selection === null || article === null || selection.anchor === selection.focus) return
    const { anchor, focus } = selection
    event.clipboardData?.setData('text/plain', article.text.slice(Math.min(anchor, focus), Math.max(anchor, focus)))
    event.preventDefault()
  }

  const layOutNeighbours = caretNeighbours(shown)
  const keydown = (event: KeyboardEvent): void => {
    layOutNeighbours()
    if (useArticleStore.getState().link === null && moveCaret(surface, event)) event.preventDefault()
  }

  const click = clickHandler(shown)
  root.addEventListener('copy', copy)
  root.addEventListener('keydown', keydown)
  root.addEventListener('mousedown', beginSelection)
  root.addEventListener('click', click)
  root.addEventListener('focus', restoreSelection)
  document.addEventListener('selectionchange', publishSelection)
  const unfollowArticle = useArticleStore.subscribe(follow)
  const unfollowLabels = useAppStore.subscribe((state, before) => {
    if (state.project?.labelSet === before.project?.labelSet) return
    looks = labelLooks(state.project?.labelSet)
    showAll(useArticleStore.getState())
  })
  showAll(useArticleStore.getState())
  useArticleStore.setState({ view })

  return {
    surface,
    dispose: () => {
      unfollowArticle()
      unfollowLabels()
      unfollowReading()
      unfollowPress()
      hideHovered()
      document.removeEventListener('selectionchange', publishSelection)
      root.removeEventListener('focus', restoreSelection)
      root.removeEventListener('click', click)
      root.removeEventListener('mousedown', beginSelection)
      root.removeEventListener('keydown', keydown)
      root.removeEventListener('copy', copy)
      if (useArticleStore.getState().view === view) useArticleStore.setState({ view: null })
      surface.dispose()
      guard.dispose()
      shown.dispose()
    },
  }
}
