import { app, Menu, type MenuItemConstructorOptions, shell } from 'electron'
import type { Settings } from '../shared/contract/app-methods'
import { COMMANDS, type CommandId } from '../shared/contract/command-ids'
import { menuKey } from './menu-keys'
import { paths } from './paths'

export interface MenuState {
  readonly hasProject: boolean
  readonly theme: Settings['theme']
  readonly shortcuts: Settings['shortcuts']
  readonly recents: readonly { readonly path: string; readonly name: string }[]
}

export interface MenuActions {
  command(id: CommandId): void
  openRecent(path: string): void
}

type Item = MenuItemConstructorOptions

const IS_MAC = process.platform === 'darwin'
const SEPARATOR: Item = { type: 'separator' }

/** Sets the application menu; called again whenever what it shows has changed. */
export function showMenu(state: MenuState, actions: MenuActions): void {
  const command = (id: CommandId, more: Item = {}): Item => ({
    id,
    label: COMMANDS[id],
    click: () => actions.command(id),
    ...menuKey(id, state.shortcuts, process.platform),
    ...more,
  })
  const onProject = (id: CommandId, more: Item = {}): Item => command(id, { enabled: state.hasProject, ...more })

  const theme = (id: 'theme.system' | 'theme.light' | 'theme.dark'): Item => {
    // choosing ticks the item at once, and the window may refuse; the menu is set again when the settings change
    return command(id, { type: 'radio', checked: id === `theme.${state.theme}` })
  }

  const recents: Item[] = state.recents.map(({ path, name }) => ({
    label: name.replaceAll('&', '&&'),
    toolTip: path,
    click: () => actions.openRecent(path),
  }))

  const file: Item[] = [
    command('project.new'),
    command('project.open'),
    { label: 'Open recent', enabled: recents.length > 0, submenu: recents },
    command('project.openSample'),
    SEPARATOR,
    command('import.folder'),
    command('import.files'),
    command('import.look'),
    onProject('batches.open'),
    onProject('trash.open'),
    SEPARATOR,
    onProject('labelset.edit'),
    onProject('lint.open'),
    onProject('export.open'),
    SEPARATOR,
    onProject('project.check'),
    onProject('backup.now'),
    onProject('backup.open'),
    onProject('project.reveal'),
    onProject('project.close'),
    ...(IS_MAC ? [] : [SEPARATOR, command('settings.open'), SEPARATOR, { role: 'quit' as const }]),
  ]
  const edit: Item[] = [
    onProject('history.undo'),
    onProject('history.redo'),
    SEPARATOR,
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    { role: 'selectAll', label: 'Select all' },
    SEPARATOR,
    onProject('article.find'),
    onProject('article.findNext'),
    onProject('article.findPrevious'),
    onProject('corpus.search'),
    onProject('concordance.open'),
  ]
  const article: Item[] = [
    onProject('article.next'),
    onProject('article.previous'),
    SEPARATOR,
    onProject('article.doneAndNext'),
    onProject('article.flag'),
    SEPARATOR,
    onProject('article.trash'),
  ]
  const view: Item[] = [
    command('palette.open'),
    SEPARATOR,
    { label: 'Theme', submenu: [theme('theme.system'), theme('theme.light'), theme('theme.dark')] },
    SEPARATOR,
    onProject('view.focusMode'),
    SEPARATOR,
    { role: 'resetZoom', label: 'Actual size' },
    { role: 'zoomIn', label: 'Zoom in' },
    // the same key without Shift, where Plus needs it
    { role: 'zoomIn', visible: false, accelerator: 'CmdOrCtrl+=' },
    { role: 'zoomOut', label: 'Zoom out' },
    SEPARATOR,
    { role: 'togglefullscreen', label: 'Full screen' },
    ...(app.isPackaged
      ? []
      : [SEPARATOR, { role: 'toggleDevTools' as const, label: 'Developer tools', accelerator: 'F12' }]),
  ]
  const help: Item[] = [
    command('help.shortcuts'),
    command('help.tour'),
    { label: 'Show log file', click: () => shell.showItemInFolder(paths.log()) },
    ...(IS_MAC ? [] : [SEPARATOR, { role: 'about' as const, label: `About ${app.name}` }]),
  ]
  const application: Item[] = [
    { role: 'about' },
    SEPARATOR,
    command('settings.open'),
    SEPARATOR,
    { role: 'services' },
    SEPARATOR,
    { role: 'hide' },
    { role: 'hideOthers' },
    { role: 'unhide' },
    SEPARATOR,
    { role: 'quit' },
  ]

  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(IS_MAC ? [{ label: app.name, submenu: application }] : []),
      { label: 'File', submenu: file },
      { label: 'Edit', submenu: edit },
      { label: 'Article', submenu: article },
      { label: 'View', submenu: view },
      { role: 'help', label: 'Help', submenu: help },
    ]),
  )
}
