import { expect, test } from 'vitest'
import { headlineOf } from '../../../src/renderer/article/text/line-look'

test('the first line is the headline if it says the title', () => {
  expect(headlineOf(['', 'The harbour', 'Text.'], 'The harbour')).toBe(1)
  expect(headlineOf([' date 2025-05-01 The  harbour', 'Text.'], 'The harbour')).toBe(0)
  expect(headlineOf(['The harbour is open, said the mayor on Friday', 'Text.'], 'The harbour is open…')).toBe(0)
})

test('where something else says the title, no line is', () => {
  expect(headlineOf(['The mayor said so.', 'The harbour'], 'The harbour')).toBe(-1)
  expect(headlineOf(['', ' '], 'The harbour')).toBe(-1)
  expect(headlineOf([], '')).toBe(-1)
})
