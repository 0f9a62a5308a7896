import { enabledLabels, type LabelSet } from '../../shared/domain/label-set/label-set'
import { isCombo, keyOfCombo } from '../../shared/domain/shortcuts'

/** What stands against giving a key to a command. */
export type ComboVerdict<C> =
  | { readonly kind: 'free' }
  /** The command has it already. */
  | { readonly kind: 'own' }
  /** Another command has it, and would lose it. */
  | { readonly kind: 'taken'; readonly by: C }
  | { readonly kind: 'refused'; readonly reason: string }

const CARET_KEYS = new Set(['arrowup', 'arrowdown', 'arrowleft', 'arrowright', 'home', 'end', 'pageup', 'pagedown'])
const CLIPBOARD = new Set(['mod+c', 'mod+x', 'mod+v', 'mod+a', 'shift+insert', 'shift+delete', 'mod+insert'])
const ZOOM = new Set(['mod+0', 'mod+-', 'mod+=', 'mod+_'])
const WINDOW = new Set(['mod+q', 'alt+f4', 'f11'])
const MAC_WINDOW = new Set(['mod+q', 'mod+h', 'mod+alt+h', 'mod+m', 'mod+meta+f'])

/** Why nobody may have this key; null if there is no such reason. */
function reservedFor(combo: string, platform: string): string | null {
  const key = keyOfCombo(combo)
  if (!isCombo(combo)) return 'This key cannot be kept as a shortcut.'
  if (CARET_KEYS.has(key)) return 'The text needs it to move the caret.'
  if (key === 'escape') return 'Esc always leads back: out of a dialog, a span, the text.'
  if (combo === 'enter' || combo === 'shift+enter') return 'Enter presses buttons and ends fields.'
  if (key === 'tab') return 'Tab takes the keyboard from one control to the next.'
  if (key === 'f6') return 'F6 leads from pane to pane.'
  if (CLIPBOARD.has(combo)) return 'Copying, pasting and selecting all need it.'
  if (ZOOM.has(combo)) return 'It zooms the window.'
  if ((platform === 'darwin' ? MAC_WINDOW : WINDOW).has(combo)) return 'It belongs to the window.'
  if (/^(?:mod\+)?meta\+/.test(combo)) return 'Keys held with it belong to the system.'
  if (/^(?:alt\+)?[1-9]$/.test(combo)) return 'Digits mark with the label at their place.'
  return null
}

interface Keyboard<C> {
  readonly byKey: (combo: string) => C | undefined
  readonly labelSet: LabelSet | undefined
  readonly platform: string
}

/** Whether a command may have a key: refused keys say why, taken ones by whom. */
export function checkCombo<C extends { readonly id: string }>(
  combo: string,
  commandId: string,
  { byKey, labelSet, platform }: Keyboard<C>,
): ComboVerdict<C> {
  const reason = reservedFor(combo, platform)
  if (reason !== null) return { kind: 'refused', reason }
  const letter = combo.replace(/^alt\+/, '')
  const label = labelSet && enabledLabels(labelSet).find(({ key }) => key === letter)
  if (label !== undefined) {
    const title = label.title || label.name
    return {
      kind: 'refused',
      reason: `It marks as ${title} in this project, and labels go first. Give the label another key, then try again.`,
    }
  }
  const by = byKey(combo)
  if (by === undefined) return { kind: 'free' }
  return by.id === commandId ? { kind: 'own' } : { kind: 'taken', by }
}
