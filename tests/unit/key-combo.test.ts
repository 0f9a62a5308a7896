import { expect, test } from 'vitest'
import { comboOf, displayCombo } from '../../src/renderer/commands/key-combo'

const key = (name: string, code: string, held: Partial<KeyboardEvent> = {}) =>
  ({ key: name, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held }) as KeyboardEvent

test.each([
  ['a letter', key('c', 'KeyC'), 'c'],
  ['a letter with Alt', key('c', 'KeyC', { altKey: true }), 'alt+c'],
  ['a digit with Alt', key('1', 'Digit1', { altKey: true }), 'alt+1'],
  ['what Shift types', key('{', 'BracketLeft', { shiftKey: true }), '{'],
  ['a letter with Control and Shift', key('Z', 'KeyZ', { ctrlKey: true, shiftKey: true }), 'mod+shift+z'],
  ['the full stop of an American keyboard', key('>', 'Period', { ctrlKey: true, shiftKey: true }), 'mod+shift+.'],
  ['of a Romanian one', key(':', 'Period', { ctrlKey: true, shiftKey: true }), 'mod+shift+.'],
  ['of a French one, which needs Shift', key('.', 'Comma', { ctrlKey: true, shiftKey: true }), 'mod+shift+.'],
  ['the comma', key('<', 'Comma', { ctrlKey: true, shiftKey: true }), 'mod+shift+,'],
  ['the comma without Shift', key(',', 'Comma', { ctrlKey: true }), 'mod+,'],
  ['the nought', key(')', 'Digit0', { ctrlKey: true, shiftKey: true }), 'mod+shift+0'],
])('%s', (_what, event, combo) => {
  expect(comboOf(event, 'linux')).toBe(combo)
})

test('Option on macOS types other characters and names the key all the same', () => {
  expect(comboOf(key('ç', 'KeyC', { altKey: true }), 'darwin')).toBe('alt+c')
  expect(comboOf(key('¡', 'Digit1', { altKey: true }), 'darwin')).toBe('alt+1')
  expect(comboOf(key('>', 'Period', { metaKey: true, shiftKey: true }), 'darwin')).toBe('mod+shift+.')
})

test('a combo for the eye', () => {
  expect(displayCombo('mod+shift+.', 'linux')).toBe('Ctrl+Shift+.')
  expect(displayCombo('mod+shift+.', 'darwin')).toBe('⌘⇧.')
})
