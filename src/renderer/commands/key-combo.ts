/**
 * A key as commands name it: `mod+shift+z`, `l`, `space`, `?`. `mod` is Command on macOS and Control elsewhere. Shift is
 * named only with keys that Shift does not change into another character.
 */
export function comboOf(event: KeyboardEvent, platform: string): string {
  const mac = platform === 'darwin'
  const key = event.key === ' ' ? 'space' : event.key.toLowerCase()
  const mod = mac ? event.metaKey : event.ctrlKey
  const other = mac ? event.ctrlKey : event.metaKey
  const shifted = event.shiftKey && (key.length > 1 || (/\p{L}/u.test(key) && (mod || event.altKey)))
  return [mod && 'mod', other && 'meta', event.altKey && 'alt', shifted && 'shift', key].filter(Boolean).join('+')
}

const NAMES: Record<string, string> = {
  space: 'Space',
  tab: 'Tab',
  enter: 'Enter',
  escape: 'Esc',
  backspace: '⌫',
  delete: 'Del',
  arrowup: '↑',
  arrowdown: '↓',
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
