import { Check, X } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { VisuallyHidden } from 'react-aria-components'
import { spanEnd, spanStart } from '../../../shared/domain/annotations/annotations'
import type { Suggestion } from '../../../shared/domain/annotations/suggestions'
import { findLabel } from '../../../shared/domain/label-set/label-set'
import { keysOf } from '../../commands/registry'
import { useAppStore } from '../../state/app-store'
import { useArticleStore } from '../../state/article-store'
import { suggestionsInOrder, useFocusedSuggestion, useSuggestionView } from '../../state/suggestion-view'
import { judgeFocused } from '../../state/suggestions'
import { Kbd } from '../../ui/kbd'
import { keepFocus } from '../overlays/keep-focus'
import { placePopover } from '../overlays/place-popover'
import { framed } from '../overlays/placed'
import { drawSuggestions } from '../overlays/suggestion-highlights'
import type { ArticleSurface } from '../text/article-surface'
import chipStyles from './label-chip.module.css'
import popoverStyles from './selection-popover.module.css'
import '../overlays/suggestions.css'
import { useLayout } from '../overlays/use-layout'

/** The suggestions in the text: dashes under all, a frame around the one that is looked at, which is read out. */
export function SuggestionFocus({ surface }: { readonly surface: ArticleSurface }) {
  useEffect(() => drawSuggestions(surface), [surface])
  const focused = useFocusedSuggestion()
  const byMouse = useSuggestionView((state) => state.byMouse)
  const isSelecting = useArticleStore(({ selection }) => selection !== null && selection.anchor !== selection.focus)
  useLayout(surface, focused !== undefined)
  return (
    <>
      <VisuallyHidden role="status" aria-label="Suggestion">
        {focused !== undefined && <Announcement suggestion={focused} />}
      </VisuallyHidden>
      {focused !== undefined && <Frame surface={surface} suggestion={focused} />}
      {focused !== undefined && byMouse && !isSelecting && (
        <JudgePopover key={focused.uid} surface={surface} suggestion={focused} />
      )}
    </>
  )
}

/** For a screen reader: what the frame shows. */
function Announcement({ suggestion }: { readonly suggestion: Suggestion }) {
  const labelSet = useAppStore((state) => state.project?.labelSet)
  const suggestions = useArticleStore((state) => state.suggestions)
  const label = labelSet && findLabel(labelSet, suggestion.labelId)
  const place = suggestionsInOrder(suggestions).findIndex(({ uid }) => uid === suggestion.uid) + 1
  return `Suggested ${label?.title || label?.name || suggestion.labelId}: ${suggestion.words}. ${place} of ${suggestions.size}.`
}

interface FocusedProps {
  readonly surface: ArticleSurface
  readonly suggestion: Suggestion
}

function Frame({ surface, suggestion }: FocusedProps) {
  const labelSet = useAppStore((state) => state.project?.labelSet)
  const hue = (labelSet && findLabel(labelSet, suggestion.labelId)?.hue) ?? 'slate'
  const boxes = suggestion.parts
    .filter(([start, end]) => surface.isNear(start, end))
    .flatMap(([start, end]) => surface.rects(start, end))
  return (
    <div className={`hue-${hue}`} aria-hidden="true" data-suggestion-frame={suggestion.uid}>
      {boxes.map((box) => (
        <i key={`${box.x} ${box.y}`} className="suggestion-frame" ref={framed(box)} />
      ))}
    </div>
  )
}

/** For a hand on the mouse: the two answers beside the words. */
function JudgePopover({ surface, suggestion }: FocusedProps) {
  const popover = useRef<HTMLDivElement>(null)
  // after every render: a scroll or a change of the text renders again
  useLayoutEffect(() => {
    const selection = { anchor: spanStart(suggestion), focus: spanEnd(suggestion) }
    if (popover.current !== null) placePopover(popover.current, surface, selection)
  })
  return (
    <div ref={popover} className={popoverStyles.popover} role="toolbar" aria-label="Judge the suggestion">
      <Answer icon={Check} name="Accept" keys={keysOf('suggestion.accept')} onPress={() => judgeFocused('accept')} />
      <Answer icon={X} name="Reject" keys={keysOf('span.delete')} onPress={() => judgeFocused('reject')} />
    </div>
  )
}

interface AnswerProps {
  readonly icon: typeof Check
  readonly name: string
  readonly keys: string | undefined
  onPress(): unknown
}

function Answer({ icon: Icon, name, keys, onPress }: AnswerProps) {
  return (
    <button
      type="button"
      className={`${chipStyles.chip} ${chipStyles.plain}`}
      tabIndex={-1}
      onMouseDown={keepFocus}
      onClick={() => void onPress()}
    >
      <Icon size={14} strokeWidth={2} aria-hidden="true" />
      {name}
      {keys !== undefined && <Kbd keys={keys} isDecorative />}
    </button>
  )
}
