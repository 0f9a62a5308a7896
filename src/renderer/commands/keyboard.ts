import type { Disposer } from '../../shared/contract/window-api'
import { enabledLabels } from '../../shared/domain/label-set/label-set'
import { useAppStore } from '../state/app-store'
import { focusSpan, useArticleStore } from '../state/article-store'
import { attributeKey } from '../state/attribute-entry'
import { closeFind } from '../state/find-store'
import { escapeFocusMode, quietFocusMode } from '../state/focus-mode'
import { inOrder, isBusy } from '../state/gesture-queue'
import { markSelection } from '../state/gestures'
import { linkKey } from '../state/link-mode'
import { closeSpanChoice } from '../state/span-choice'
import { comboOf } from './key-combo'
import { nextPane } from './panes'
import { commandForKey, type WindowCommandId } from './registry'

const FIELDS = 'input, textarea, select, [contenteditable="true"]'
/** Where Space, Enter, Backspace and Tab belong to the control itself. */
const CONTROLS =
  'button, a[href], summary, [role=option], [role=listbox], [role=tab], [role=menuitem], [role=switch], [role=checkbox], [role=radio], [role=slider], [role=row], [role=grid], [role=gridcell]'
const OVERLAYS = '[role=dialog], [role=alertdialog], [role=menu]'
/** A drop-down list finds its options by the letters typed on it, closed or open. */
const DROP_DOWNS = '[aria-haspopup="listbox"], [data-trigger="Select"]'
const CONTROL_KEYS = new Set(['space', 'enter', 'backspace', 'delete', 'tab', 'shift+tab'])

/** A letter held with Shift that means nothing of its own is the letter: Shift may still be down from selecting. */
const withoutIdleShift = (combo: string): string =>
  /^shift\+\p{L}$/u.test(combo) && commandForKey(combo) === undefined ? combo.slice('shift+'.length) : combo

const comboNow = (event: KeyboardEvent): string => withoutIdleShift(comboOf(event, useAppStore.getState().platform))

/** The label that a plain key marks with: its own letter, or its digit in the order of the label set. */
function labelForKey(combo: string): string | undefined {
  const labelSet = useAppStore.getState().project?.labelSet
  if (labelSet === undefined) return undefined
  const labels = enabledLabels(labelSet)
  if (/^[1-9]$/.test(combo)) return labels[Number(combo) - 1]?.id
  return labels.find((label) => label.key === combo)?.id
}

/** From another pane back into the text; in the text first out of the search, then out of the focused span, then to the next pane. */
function stepOut(inText: boolean): boolean {
  const { focusedUid, focusedSuggestion, article, view } = useArticleStore.getState()
  if (!inText && document.activeElement !== document.body && article !== null && view !== null) view.focus()
  else if (inText && (closeSpanChoice() || closeFind())) return true
  else if (focusedUid !== null || focusedSuggestion !== null) focusSpan(null)
  else if (escapeFocusMode()) return true
  else if (inText) nextPane(1)
  else return false
  return true
}

/** What a field has a use for of its own: the clipboard, undo, and moving about. */
const OF_FIELDS =
  /^mod\+(?:alt\+)?(?:shift\+)?(?:[acvxyz]|arrow\w+|home|end|page\w+|backspace|delete|insert|enter|tab|space)$/

const FOR_WINDOW: ReadonlySet<WindowCommandId> = new Set([
  'article.findNext',
  'article.findPrevious',
  'batches.open',
  'concordance.open',
  'import.folder',
  'palette.open',
])

/** A key that works also while a field is edited: it is about the window or the search, and no field uses it. */
function isKeyForWindow(combo: string): boolean {
  const command = commandForKey(combo)
  if (command === undefined || OF_FIELDS.test(combo) || !/^(?:mod\+|(?:shift\+)?f\d+$)/.test(combo)) return false
  return command.section === 'View' || FOR_WINDOW.has(command.id)
}

function handle(event: KeyboardEvent): boolean {
  const { dialog, project } = useAppStore.getState()
  const target = event.target instanceof Element ? event.target : document.body
  const combo = comboNow(event)
  if (dialog !== null || target.closest(OVERLAYS) !== null) return false
  if (combo === 'f6' || combo === 'shift+f6') {
    nextPane(combo === 'f6' ? 1 : -1)
    return true
  }
  const inText = target.closest('[data-article-text]') !== null
  const inField = !inText && target.closest(FIELDS) !== null
  if (inField && !isKeyForWindow(combo)) return false
  if (/^(?:shift\+)?[\p{L}\p{N}]$/u.test(combo) && target.closest(DROP_DOWNS) !== null) return false
  const plain = !/^(mod|meta|alt)\+/.test(combo)
  if (plain && useArticleStore.getState().link !== null && linkKey(event.key)) return true
  if (plain && (inText || target === document.body) && attributeKey(event.key)) return true
  const onControl = !inText && target.closest(CONTROLS) !== null
  if (onControl && CONTROL_KEYS.has(combo)) return false
  if (!inText && (combo === 'tab' || combo === 'shift+tab')) return false
  if (combo === 'escape') return stepOut(inText)
  // a letter that the label set claims is the label's, also where a command would have it
  const labelId = project === null ? undefined : labelForKey(combo.replace(/^alt\+/, ''))
  if (labelId !== undefined && useArticleStore.getState().article !== null) {
    // with Alt a mark covers exactly what is selected
    void markSelection(labelId, { exactly: combo.startsWith('alt+') })
    return true
  }
  const command = commandForKey(combo)
  if (command === undefined) return false
  if (command.enabled()) command.run()
  // a key of ours never falls through to the browser
  return true
}

/** What opens a field asks nothing of a gesture, and the letters that follow are for that field. */
const OPENS_FIELD: ReadonlySet<WindowCommandId> = new Set(['corpus.search', 'palette.open'])

/** Keys that wait for a gesture which is still on its way. */
let waiting = 0

/**
 * A key that came before the last gesture has landed waits for it, so that C, L, A links the claim that C has just
 * made. What marks is not held up: it has its own place in the queue, and takes the selection of this moment.
 */
function mustWait(event: KeyboardEvent): boolean {
  if (!isBusy() && waiting === 0) return false
  const { dialog } = useAppStore.getState()
  const target = event.target instanceof Element ? event.target : document.body
  const inList = target.closest('[data-corpus-list]') !== null
  const isOfText = target === document.body || target.closest('[data-article-text]') !== null
  if (dialog !== null || !(inList || isOfText)) return false
  const combo = comboNow(event)
  const command = commandForKey(combo)
  if (waiting === 0 && command !== undefined && OPENS_FIELD.has(command.id) && command.enabled()) return false
  // from the list it is about the article that was just chosen there
  const takesSelection = !inList && (command?.id === 'span.addPart' || labelForKey(combo) !== undefined)
  if (takesSelection) return waiting > 0
  if (inList && CONTROL_KEYS.has(combo)) return false
  return (
    command !== undefined ||
    labelForKey(combo) !== undefined ||
    (waiting > 0 && event.key.length === 1 && !/^(mod|meta)\+/.test(combo))
  )
}

function answer(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return
  if (event.key !== 'Escape') quietFocusMode()
  if (!mustWait(event)) {
    if (handle(event)) event.preventDefault()
    return
  }
  event.preventDefault()
  waiting++
  void inOrder(async () => {
    waiting--
    handle(event)
  })
}

/** Listens to the whole window's keys. */
export function listenToKeys(): Disposer {
  window.addEventListener('keydown', answer)
  return () => window.removeEventListener('keydown', answer)
}
