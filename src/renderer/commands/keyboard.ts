import type { Disposer } from '../../shared/contract/window-api'
import { enabledLabels } from '../../shared/domain/label-set'
import { useAppStore } from '../state/app-store'
import { focusSpan, useArticleStore } from '../state/article-store'
import { markSelection } from '../state/gestures'
import { linkKey } from '../state/link-mode'
import { comboOf } from './key-combo'
import { nextPane } from './panes'
import { commandForKey } from './registry'

const FIELDS = 'input, textarea, select, [contenteditable="true"]'
/** Where Space, Enter, Backspace and Tab belong to the control itself. */
const CONTROLS =
  'button, a[href], summary, [role=option], [role=listbox], [role=tab], [role=menuitem], [role=switch], [role=checkbox], [role=radio], [role=slider], [role=row], [role=grid], [role=gridcell]'
const OVERLAYS = '[role=dialog], [role=alertdialog], [role=menu]'
/** A drop-down list finds its options by the letters typed on it, closed or open. */
const DROP_DOWNS = '[aria-haspopup="listbox"], [data-trigger="Select"]'
const CONTROL_KEYS = new Set(['space', 'enter', 'backspace', 'delete', 'tab', 'shift+tab'])

/** The label that a plain key marks with: its own letter, or its digit in the order of the label set. */
function labelForKey(combo: string): string | undefined {
  const labelSet = useAppStore.getState().project?.labelSet
  if (labelSet === undefined) return undefined
  const labels = enabledLabels(labelSet)
  if (/^[1-9]$/.test(combo)) return labels[Number(combo) - 1]?.id
  return labels.find((label) => label.key === combo)?.id
}

/** One step out: of a link, then of the focused span, then of the text. */
function stepOut(inText: boolean): boolean {
  const { focusedUid } = useArticleStore.getState()
  if (focusedUid !== null) {
    focusSpan(null)
    return true
  }
  if (!inText) return false
  nextPane(1)
  return true
}

function handle(event: KeyboardEvent): boolean {
  const { dialog, platform, project } = useAppStore.getState()
  const target = event.target instanceof Element ? event.target : document.body
  const combo = comboOf(event, platform)
  if (dialog !== null || target.closest(OVERLAYS) !== null) return false
  if (combo === 'f6' || combo === 'shift+f6') {
    nextPane(combo === 'f6' ? 1 : -1)
    return true
  }
  const inText = target.closest('[data-article-text]') !== null
  const inField = !inText && target.closest(FIELDS) !== null
  // fields keep every key of theirs, undo included
  if (inField) return false
  if (/^[\p{L}\p{N}]$/u.test(combo) && target.closest(DROP_DOWNS) !== null) return false
  const plain = !/^(mod|meta|alt)\+/.test(combo)
  if (plain && useArticleStore.getState().link !== null && linkKey(event.key)) return true
  const onControl = !inText && target.closest(CONTROLS) !== null
  if (onControl && CONTROL_KEYS.has(combo)) return false
  if (!inText && (combo === 'tab' || combo === 'shift+tab')) return false
  if (combo === 'escape') return stepOut(inText)
  const command = commandForKey(combo)
  if (command !== undefined) {
    if (command.enabled()) command.run()
    // a key of ours never falls through to the browser
    return true
  }
  const labelId = plain && project !== null ? labelForKey(combo) : undefined
  if (labelId === undefined || useArticleStore.getState().article === null) return false
  void markSelection(labelId)
  return true
}

/** Listens to the whole window's keys. */
export function listenToKeys(): Disposer {
  const listener = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return
    if (handle(event)) event.preventDefault()
  }
  window.addEventListener('keydown', listener)
  return () => window.removeEventListener('keydown', listener)
}
