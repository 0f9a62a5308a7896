/** Keys of the user's own: command id to combos, which take the place of all that the command has by default. */
export type Shortcuts = Readonly<Record<string, readonly string[]>>

export const MOST_COMBOS = 4

const COMBO = /^(?:mod\+)?(?:meta\+)?(?:alt\+)?(?:shift\+)?(?:[^\s+\p{Lu}\p{C}]|[a-z][a-z\d]+)$/u

/** Whether a text names a key as commands do: `mod+shift+z`, `l`, `space`, `f9`. */
export const isCombo = (text: string): boolean => COMBO.test(text)

/** The key of a combo, without what is held. */
export const keyOfCombo = (combo: string): string => combo.slice(combo.lastIndexOf('+') + 1)

const NAMED_KEYS: Readonly<Record<string, string>> = {
  space: 'Space',
  tab: 'Tab',
  enter: 'Enter',
  backspace: 'Backspace',
  delete: 'Delete',
  insert: 'Insert',
  home: 'Home',
  end: 'End',
  pageup: 'PageUp',
  pagedown: 'PageDown',
}

function menuNameOf(key: string): string | null {
  if (/^f\d\d?$/.test(key)) return key.toUpperCase()
  if (/^[!-~]$/.test(key)) return key.toUpperCase()
  return NAMED_KEYS[key] ?? null
}

/** A combo as native menus name it: `CmdOrCtrl+Shift+Z`; null where a menu cannot show it, as a letter with a mark. */
export function acceleratorOf(combo: string): string | null {
  const held = combo.split('+').slice(0, -1)
  const key = menuNameOf(keyOfCombo(combo))
  if (key === null || held.includes('meta')) return null
  const names = held.map((name) => (name === 'mod' ? 'CmdOrCtrl' : name === 'alt' ? 'Alt' : 'Shift'))
  return [...names, key].join('+')
}
