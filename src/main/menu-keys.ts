import type { MenuItemConstructorOptions } from 'electron'
import type { CommandId } from '../shared/contract/command-ids'
import { acceleratorOf, type Shortcuts } from '../shared/domain/shortcuts'

/** The keys of the window's own table, for as many commands as a menu shows; a test holds the two together. */
export const MENU_KEYS: Partial<Record<CommandId, readonly string[]>> = {
  'project.new': ['mod+n'],
  'project.open': ['mod+o'],
  'project.close': ['mod+w'],
  'import.folder': ['mod+shift+i'],
  'batches.open': ['mod+shift+b'],
  'export.open': ['mod+e'],
  'lint.open': ['mod+shift+e'],
  'labelset.edit': ['mod+shift+l'],
  'history.undo': ['mod+z'],
  'history.redo': ['mod+shift+z', 'mod+y'],
  'article.next': ['n'],
  'article.previous': ['p'],
  'article.doneAndNext': ['space'],
  'article.flag': ['f'],
  'article.find': ['mod+f'],
  'article.findNext': ['f3', 'mod+g'],
  'article.findPrevious': ['shift+f3', 'mod+shift+g'],
  'corpus.search': ['/'],
  'concordance.open': ['mod+shift+f'],
  'palette.open': ['mod+k'],
  'view.focusMode': ['f9'],
  'help.shortcuts': ['?'],
  'settings.open': ['mod+,'],
}

/** Fields undo and redo what is typed into them. */
const LEFT_TO_FIELDS: ReadonlySet<CommandId> = new Set(['history.undo', 'history.redo'])

type MenuKey = Pick<MenuItemConstructorOptions, 'accelerator' | 'registerAccelerator'>

/**
 * What a menu item shows as its key. Only what is held together with Control or Command is registered, so that it works
 * from fields too; anything else the page handles by itself, or a letter would be taken from the fields. macOS registers
 * whatever is shown.
 */
export function menuKey(id: CommandId, shortcuts: Shortcuts, platform: string): MenuKey {
  const combos = shortcuts[id] ?? MENU_KEYS[id] ?? []
  const possible = platform === 'darwin' ? combos.filter((combo) => combo.startsWith('mod+')) : combos
  const combo = possible.find((candidate) => acceleratorOf(candidate) !== null)
  if (combo === undefined) return {}
  const accelerator = acceleratorOf(combo)!
  const isRegistered = combo.startsWith('mod+') && !LEFT_TO_FIELDS.has(id)
  return isRegistered ? { accelerator } : { accelerator, registerAccelerator: false }
}
