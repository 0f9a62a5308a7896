import { expect, test } from 'vitest'
import { createChosenFiles } from '../../../src/main/chosen-files'

test('a ticket stands for what was chosen until it is dropped, and tells nothing of where that is', () => {
  const chosen = createChosenFiles()
  const ticket = chosen.keep(['/home/ana/articles'])
  expect(ticket).not.toContain('ana')
  expect(chosen.pathsOf(ticket)).toEqual(['/home/ana/articles'])
  chosen.drop(ticket)
  expect(() => chosen.pathsOf(ticket)).toThrow('not chosen any more')
  expect(() => chosen.pathsOf('/etc')).toThrow('not chosen any more')
})

test('what was forgotten makes room', () => {
  const chosen = createChosenFiles()
  const tickets = Array.from({ length: 9 }, (_, n) => chosen.keep([`/${n}`]))
  expect(() => chosen.pathsOf(tickets[0]!)).toThrow()
  expect(chosen.pathsOf(tickets[8]!)).toEqual(['/8'])
})
