import { expect, test } from 'vitest'
import { hasRightToLeft, lineDirection, runsFromRight } from '../../../src/shared/domain/text/text-direction'

test.each([
  ['Primarul a spus', 'ltr'],
  ['אמר', 'rtl'],
  ['2025: אמר BBC', 'rtl'],
  ['«NATO» قال', 'ltr'],
  ['„…” 12%', null],
  ['', null],
  ['\u200fBBC', 'rtl'],
  ['\u200eאמר', 'ltr'],
  ['𞤀𞤣𞤤𞤢𞤥', 'rtl'],
  ['市长 said', 'ltr'],
])('the first letter says from where “%s” is read', (line, direction) => {
  expect(lineDirection(line)).toBe(direction)
})

test('letters from the right are found among others, marks and digits are not letters', () => {
  expect(hasRightToLeft('She said שלום')).toBe(true)
  expect(hasRightToLeft('12, «34» 市长 महापौर')).toBe(false)
})

test.each([
  ['a quotation from the right in a line from the left', 'She said «|שלום לכם|» today', true],
  ['both kinds run as the line does', 'She |said «שלום| לכם»', false],
  ['a name from the left in a line from the right', 'אמר ל-|BBC| היום', false],
  ['both kinds in a line from the right', 'אמר |ל-BBC| היום', true],
  ['digits run as the line does', 'ב-|2025| אמר', true],
  ['digits in a line from the left', 'in |2025| she said', false],
])('%s', (_, marked, fromRight) => {
  const [before, words, after] = marked.split('|') as [string, string, string]
  expect(runsFromRight(before + words + after, before.length, before.length + words.length)).toBe(fromRight)
})
