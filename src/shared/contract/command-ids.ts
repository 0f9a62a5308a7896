/** Commands that the menus, the keyboard and the window's own buttons share. */
export const COMMANDS = {
  'project.new': 'New project…',
  'project.open': 'Open project…',
  'project.openSample': 'Open the sample project',
  'project.close': 'Close project',
  'project.reveal': 'Show project file',
  'project.check': 'Check project',
  'import.folder': 'Import folder…',
  'import.files': 'Import files…',
  'export.open': 'Export…',
  'history.undo': 'Undo',
  'history.redo': 'Redo',
  'article.next': 'Next article',
  'article.previous': 'Previous article',
  'article.doneAndNext': 'Done and next',
  'article.flag': 'Flag article',
  'corpus.search': 'Search articles',
  'palette.open': 'Command palette',
  'theme.system': 'Follow the system',
  'theme.light': 'Light',
  'theme.dark': 'Dark',
  'help.shortcuts': 'Keyboard shortcuts',
  'settings.open': 'Settings…',
} as const

export type CommandId = keyof typeof COMMANDS
