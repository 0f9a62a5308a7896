import { expect, test } from 'vitest'
import { MENU_KEYS, menuKey } from '../../../src/main/menu-keys'
import { keyTable } from '../../../src/renderer/commands/key-table'
import { COMMAND_LIST } from '../../../src/renderer/commands/registry'
import { COMMANDS } from '../../../src/shared/contract/command-ids'
import { acceleratorOf, isCombo } from '../../../src/shared/domain/shortcuts'

test('every default key is a combo, and no two commands share one', () => {
  const seen = new Map<string, string>()
  for (const { id, defaultKeys } of COMMAND_LIST) {
    for (const combo of defaultKeys) {
      expect(isCombo(combo), `${id}: ${combo}`).toBe(true)
      expect(seen.get(combo), `${combo} of ${id}`).toBeUndefined()
      seen.set(combo, id)
    }
  }
})

test('the menus show the keys of the window', () => {
  const own = COMMAND_LIST.filter(({ id, defaultKeys }) => id in COMMANDS && defaultKeys.length > 0)
  expect(MENU_KEYS).toEqual(Object.fromEntries(own.map(({ id, defaultKeys }) => [id, defaultKeys])))
})

test('a key of the user’s own goes before a default, and is not shown twice', () => {
  const next = { id: 'next', defaultKeys: ['n', 'f4'] }
  const flag = { id: 'flag', defaultKeys: ['f'] }
  const table = keyTable([next, flag], { flag: ['n', 'mod+j'], gone: ['f4'] })
  expect(table.byKey.get('n')).toBe(flag)
  expect(table.byKey.get('f4')).toBe(next)
  expect(table.byKey.get('f')).toBeUndefined()
  expect(table.keysOf('next')).toEqual(['f4'])
  expect(table.keysOf('flag')).toEqual(['n', 'mod+j'])
  expect(keyTable([next], { next: [] }).keysOf('next')).toEqual([])
})

test.each([
  ['mod+shift+z', 'CmdOrCtrl+Shift+Z'],
  ['shift+f3', 'Shift+F3'],
  ['mod+,', 'CmdOrCtrl+,'],
  ['space', 'Space'],
  ['alt+pageup', 'Alt+PageUp'],
  ['ș', null],
  ['meta+k', null],
])('a menu names %s as %s', (combo, name) => {
  expect(acceleratorOf(combo)).toBe(name)
})

test('a menu registers only what is held with Control or Command', () => {
  expect(menuKey('project.new', {}, 'linux')).toEqual({ accelerator: 'CmdOrCtrl+N' })
  expect(menuKey('article.next', {}, 'linux')).toEqual({ accelerator: 'N', registerAccelerator: false })
  expect(menuKey('article.next', {}, 'darwin')).toEqual({})
  expect(menuKey('article.findNext', {}, 'darwin')).toEqual({ accelerator: 'CmdOrCtrl+G' })
  expect(menuKey('history.undo', {}, 'linux')).toEqual({ accelerator: 'CmdOrCtrl+Z', registerAccelerator: false })
  expect(menuKey('article.next', { 'article.next': ['ș', 'mod+j'] }, 'linux')).toEqual({ accelerator: 'CmdOrCtrl+J' })
  expect(menuKey('project.new', { 'project.new': [] }, 'linux')).toEqual({})
})

test.each(['', 'Z', 'mod+', '+', 'a b', 'shift+mod+z', 'ctrl+z', 'mod++'])('“%s” is no combo', (text) => {
  expect(isCombo(text)).toBe(false)
})
