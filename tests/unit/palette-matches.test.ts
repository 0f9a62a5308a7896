import { expect, test } from 'vitest'
import { matchingActions, withRecent } from '../../src/renderer/dialogs/palette-matches'

const action = (id: string, title: string, subject = 'Project') => ({ id, title, subject, run: () => undefined })
const ACTIONS = [
  action('export', 'Export…'),
  action('mark', 'Mark as Vorbitor', 'Labels'),
  action('open./a', 'Open “Știri din port”', 'Recent project'),
  action('theme', 'Theme: dark', 'View'),
  action('dark', 'Dark ink'),
]
const titles = (query: string, recent: string[] = []) => {
  const found = matchingActions(ACTIONS, query, recent)
  return { recent: found.recent.map(({ id }) => id), others: found.others.map(({ id }) => id) }
}

test('words may stand anywhere, without their marks, and in the subject too', () => {
  expect(titles('stiri').others).toEqual(['open./a'])
  expect(titles('labels vorb').others).toEqual(['mark'])
  expect(titles('port').others).toEqual(['open./a'])
  expect(titles('xyz').others).toEqual([])
})

test('what was run lately goes first, but never before a title that begins with the query', () => {
  expect(titles('dark').others).toEqual(['dark', 'theme'])
  expect(titles('dark', ['theme'])).toEqual({ recent: [], others: ['dark', 'theme'] })
  expect(titles('dark', ['theme', 'dark'])).toEqual({ recent: ['dark'], others: ['theme'] })
  expect(titles('view', ['theme'])).toEqual({ recent: ['theme'], others: [] })
  expect(titles('', ['mark', 'gone', 'export']).recent).toEqual(['mark', 'export'])
})

test('what takes something away is found by its words, never by having been run lately', () => {
  const actions = [action('article.trash', 'Move article to the trash', 'Articles'), action('trash.open', 'Trash…')]
  const found = (query: string) => matchingActions(actions, query, ['article.trash'])
  expect(found('trash').recent).toEqual([])
  expect(found('trash').others.map(({ id }) => id)).toEqual(['trash.open', 'article.trash'])
  expect(found('').recent).toEqual([])
  expect(withRecent(['a'], 'article.trash')).toEqual(['a'])
})

test('five are remembered, each once, and no project', () => {
  expect(withRecent(['a', 'b', 'c', 'd', 'e'], 'f')).toEqual(['f', 'a', 'b', 'c', 'd'])
  expect(withRecent(['a', 'b'], 'b')).toEqual(['b', 'a'])
  expect(withRecent(['a'], 'open./projects/x.dictum')).toEqual(['a'])
})
