import { expect, test } from 'vitest'
import { contentsText, sinceText } from '../../src/renderer/dialogs/backup-words'

const HELD = { articles: 66, putAway: 2, spans: 1, links: 0, steps: 9 }

test('what a backup holds is told with what is put away, where anything is', () => {
  expect(contentsText(HELD)).toBe('66 articles and 2 put away, 1 span, 0 links')
  expect(contentsText({ ...HELD, putAway: 0 })).toBe('66 articles, 1 span, 0 links')
})

test('what was put away since is fewer articles', () => {
  expect(sinceText(HELD, { ...HELD, articles: 65, putAway: 3, steps: 10 })).toBe('Since then: 1 article fewer, 1 step.')
  expect(sinceText(HELD, HELD)).toBe('Nothing has changed since.')
})
