import { describe, expect, test } from 'vitest'
import { checkCombo } from '../../../src/renderer/commands/check-combo'
import { keyTable } from '../../../src/renderer/commands/key-table'
import { addKey, removeKey, resetKeys } from '../../../src/renderer/commands/own-shortcuts'
import { DEFAULT_LABEL_SET } from '../../../src/shared/domain/label-set/default-label-set'
import type { Shortcuts } from '../../../src/shared/domain/shortcuts'

const DEFAULTS = [
  { id: 'next', defaultKeys: ['n'] },
  { id: 'flag', defaultKeys: ['f', 'mod+alt+f'] },
  { id: 'export', defaultKeys: [] },
]

/** The commands as the registry shows them while these shortcuts hold. */
function commandsWith(shortcuts: Shortcuts) {
  const table = keyTable(DEFAULTS, shortcuts)
  const commands = DEFAULTS.map((command) => ({ ...command, keys: table.keysOf(command.id) }))
  return { commands, named: (id: string) => commands.find((command) => command.id === id)! }
}

const add = (shortcuts: Shortcuts, id: string, combo: string): Shortcuts => {
  const { commands, named } = commandsWith(shortcuts)
  return addKey(shortcuts, commands, named(id), combo)
}
const remove = (shortcuts: Shortcuts, id: string, combo: string) =>
  removeKey(shortcuts, commandsWith(shortcuts).named(id), combo)
const reset = (shortcuts: Shortcuts, id: string) => {
  const { commands, named } = commandsWith(shortcuts)
  return resetKeys(shortcuts, commands, named(id))
}

describe('keys of one’s own', () => {
  test('a free key is added to what a command has', () => {
    expect(add({}, 'next', 'j')).toEqual({ next: ['n', 'j'] })
    expect(add({}, 'export', 'f5')).toEqual({ export: ['f5'] })
  })
  test('a key that another has is taken from it', () => {
    const taken = add({}, 'next', 'f')
    expect(taken).toEqual({ next: ['n', 'f'], flag: ['mod+alt+f'] })
    expect(commandsWith(taken).named('flag').keys).toEqual(['mod+alt+f'])
    // and back again
    expect(reset(taken, 'flag')).toEqual({})
    expect(reset(taken, 'next')).toEqual({ flag: ['mod+alt+f'] })
  })
  test('the last key can be removed; the defaults leave no trace', () => {
    const none = remove({}, 'next', 'n')
    expect(none).toEqual({ next: [] })
    expect(add(none, 'next', 'n')).toEqual({})
    expect(reset(none, 'next')).toEqual({})
  })
  test('what a command does not have cannot be removed', () => {
    expect(remove({}, 'flag', 'n')).toEqual({})
  })
})

describe('a key for “next”', () => {
  const verdict = (combo: string, platform = 'linux', shortcuts: Shortcuts = {}) =>
    checkCombo(combo, 'next', {
      byKey: (key) => keyTable(DEFAULTS, shortcuts).byKey.get(key),
      labelSet: DEFAULT_LABEL_SET,
      platform,
    })

  test.each(['j', 'mod+j', 'f7', 'mod+enter', 'shift+j', 'alt+j', '0', 'mod+shift+a', 'mod+1'])(
    '%s is free',
    (combo) => {
      expect(verdict(combo)).toEqual({ kind: 'free' })
    },
  )
  test('its own', () => expect(verdict('n')).toEqual({ kind: 'own' }))
  test('another’s, by name', () => {
    expect(verdict('f')).toMatchObject({ kind: 'taken', by: { id: 'flag' } })
    expect(verdict('f', 'linux', { flag: [] })).toEqual({ kind: 'free' })
  })
  test.each([
    ['arrowup', /caret/],
    ['mod+shift+arrowleft', /caret/],
    ['alt+pagedown', /caret/],
    ['escape', /leads back/],
    ['enter', /buttons/],
    ['shift+tab', /next/],
    ['f6', /pane/],
    ['mod+c', /Copying/],
    ['mod+0', /zooms/],
    ['f11', /window/],
    ['meta+k', /system/],
    ['1', /Digits/],
    ['alt+9', /Digits/],
    ['c', /marks as Claim/],
    ['alt+s', /marks as Speaker/],
    ['mod++', /cannot be kept/],
  ])('%s is refused, and says why', (combo, reason) => {
    expect(verdict(combo)).toMatchObject({ kind: 'refused', reason: expect.stringMatching(reason) })
  })
  test('a label that is off refuses nothing', () => {
    expect(verdict('u').kind).toBe('free')
    expect(verdict('x').kind).toBe('free')
  })
  test('each system keeps its own keys', () => {
    expect(verdict('mod+h', 'darwin').kind).toBe('refused')
    expect(verdict('mod+h', 'linux').kind).toBe('free')
  })
})
