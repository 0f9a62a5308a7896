import { enabledLabels, type LabelSet } from '../../shared/domain/label-set/label-set'
import { displayCombo } from '../commands/key-combo'
import { COMMAND_LIST, type Command } from '../commands/registry'

export interface ShortcutRow {
  readonly title: string
  readonly keys: readonly string[]
  /** Whose keys they are, where the user can change them. */
  readonly command?: Command
}

export interface ShortcutSection {
  readonly title: string
  readonly rows: readonly ShortcutRow[]
}

/** The section of the keys that the label set holds. */
export const MARKING = 'Marking'

function markingRows(labelSet: LabelSet, mac: boolean): ShortcutRow[] {
  const rows = enabledLabels(labelSet).map((label, index) => ({
    title: `Mark as ${(label.title || label.name).toLowerCase()}`,
    keys: [label.key?.toUpperCase(), index < 9 ? String(index + 1) : undefined].filter((key) => key !== undefined),
  }))
  return [...rows, { title: 'Mark exactly what is selected', keys: [`${mac ? '⌥' : 'Alt'} with these`] }]
}

/** Keys of the text itself, which no command carries. `mac`: by word goes with Option there. */
const caretRows = (mac: boolean): ShortcutRow[] => [
  { title: 'Move the caret', keys: ['← → ↑ ↓'] },
  { title: 'By word', keys: [mac ? '⌥ ← →' : 'Ctrl+← →'] },
  { title: 'By sentence', keys: [mac ? '⌥ ↑ ↓' : 'Alt+↑ ↓'] },
  { title: 'By paragraph', keys: [mac ? '⌘ ↑ ↓' : 'Ctrl+↑ ↓'] },
  { title: 'To the line’s start or end', keys: [mac ? '⌘ ← →' : 'Home End'] },
  { title: 'Select', keys: ['Shift with these'] },
  { title: 'Leave the span, then the text', keys: ['Esc'] },
  { title: 'Next pane', keys: ['F6', 'Shift+F6'] },
]

const LIST_ROWS: readonly ShortcutRow[] = [
  { title: 'To another article', keys: ['↑ ↓', 'Home End'] },
  { title: 'Show it; once it is shown: done, and on to the next', keys: ['Space'] },
  { title: 'Show it, and go to its text', keys: ['Enter', 'double click'] },
  { title: 'Move it to the trash', keys: ['Delete', 'Backspace'] },
  { title: 'Its menu', keys: ['Shift+F10', 'right click'] },
]

const LINK_ROWS: readonly ShortcutRow[] = [
  { title: 'Choose a target', keys: ['its letter', '← →'] },
  { title: 'The nearest speaker before, after', keys: [',', '.'] },
  { title: 'Choose the kind of link', keys: ['0–9'] },
  { title: 'Link', keys: ['Enter'] },
  { title: 'Cancel', keys: ['Esc'] },
]

/** Every key that means something, by subject, and every command. */
export function shortcutSections(labelSet: LabelSet | undefined, platform: string): ShortcutSection[] {
  // what is used all day first
  const names = ['Articles', 'Spans', 'Project', 'View', 'Settings', 'Help'] as const
  const commands = names.map((title) => ({
    title,
    rows: COMMAND_LIST.filter((command) => command.section === title).map((command) => ({
      title: command.title.replace(/…$/u, ''),
      keys: command.keys.map((combo) => displayCombo(combo, platform)),
      command,
    })),
  }))
  return [
    ...(labelSet === undefined ? [] : [{ title: MARKING, rows: markingRows(labelSet, platform === 'darwin') }]),
    { title: 'In the text', rows: caretRows(platform === 'darwin') },
    { title: 'In the list of articles', rows: LIST_ROWS },
    { title: 'While linking', rows: LINK_ROWS },
    ...commands,
  ].filter((section) => section.rows.length > 0)
}

/** The sections with only those rows whose title or keys contain every word of the query. */
export function filterShortcuts(sections: readonly ShortcutSection[], query: string): ShortcutSection[] {
  const words = query.toLowerCase().split(/\s+/u).filter(Boolean)
  const matches = ({ title, keys }: ShortcutRow) => {
    const text = `${title} ${keys.join(' ')}`.toLowerCase()
    return words.every((word) => text.includes(word))
  }
  return sections
    .map((section) => ({ ...section, rows: section.rows.filter(matches) }))
    .filter((section) => section.rows.length > 0)
}
