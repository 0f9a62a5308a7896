/** What commands name by the plain key, though Shift is held: with it, every keyboard types something else there. */
const UNSHIFTED: Partial<Record<string, string>> = { Period: '.', Comma: ',', Digit0: '0' }
const NAMED_UNSHIFTED = new Set(Object.values(UNSHIFTED))

function keyOf(event: KeyboardEvent, mac: boolean, mod: boolean): string {
  // Option types other characters on macOS
  if (mac && event.altKey && /^(?:Key[A-Z]|Digit\d)$/.test(event.code)) return event.code.slice(-1).toLowerCase()
  const unshifted = mod && event.shiftKey && !NAMED_UNSHIFTED.has(event.key) ? UNSHIFTED[event.code] : undefined
  return unshifted ?? (event.key === ' ' ? 'space' : event.key.toLowerCase())
}

/**
 * A key as commands name it: `mod+shift+z`, `l`, `shift+l`, `space`, `?`. `mod` is Command on macOS and Control elsewhere.
 * Shift is named only with letters, with keys that Shift does not change into another character, and in `mod+shift+.`, `mod+shift+,` and
 * `mod+shift+0`.
 */
export function comboOf(event: KeyboardEvent, platform: string): string {
  const mac = platform === 'darwin'
  const mod = mac ? event.metaKey : event.ctrlKey
  const key = keyOf(event, mac, mod)
  const other = mac ? event.ctrlKey : event.metaKey
  const named = key.length > 1 || /\p{L}/u.test(key) || (mod && NAMED_UNSHIFTED.has(key))
  const shifted = event.shiftKey && named
  return [mod && 'mod', other && 'meta', event.altKey && 'alt', shifted && 'shift', key].filter(Boolean).join('+')
}

/** Keys that are only held with others, and those of which a page never learns which they are. */
const NO_KEYS = new Set(['control', 'shift', 'alt', 'altgraph', 'meta', 'capslock', 'fn', 'fnlock', 'numlock'])
const UNNAMED_KEYS = new Set(['dead', 'process', 'unidentified', 'compose'])

export const isHeldOnly = (event: KeyboardEvent): boolean => NO_KEYS.has(event.key.toLowerCase())
export const isUnnamed = (event: KeyboardEvent): boolean => UNNAMED_KEYS.has(event.key.toLowerCase())

const NAMES: Record<string, string> = {
  space: 'Space',
  tab: 'Tab',
  enter: 'Enter',
  escape: 'Esc',
  backspace: '⌫',
  delete: 'Del',
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  pageup: 'Page Up',
  pagedown: 'Page Down',
}

/** A combo for the eye: `Ctrl+Shift+Z`, on macOS `⇧⌘Z`. */
export function displayCombo(combo: string, platform: string): string {
  const mac = platform === 'darwin'
  const parts = combo.split('+').map((part) => {
    if (part === 'mod') return mac ? '⌘' : 'Ctrl'
    if (part === 'shift') return mac ? '⇧' : 'Shift'
    if (part === 'alt') return mac ? '⌥' : 'Alt'
    return NAMES[part] ?? (part.length === 1 ? part.toUpperCase() : part.charAt(0).toUpperCase() + part.slice(1))
  })
  return parts.join(mac ? '' : '+')
}
