import { expect, test } from 'vitest'
import { marker } from '../support/marking'
import { TestEngine } from '../support/test-engine'

const TEXT = 'Primarul a spus că portul rămâne deschis. Nimeni nu a semnat nimic.'

/** An engine whose day the test sets, at noon where the test runs. */
function engineWithCalendar() {
  let now = new Date(2025, 2, 10, 12)
  let uids = 0
  const clock = { now: () => now, uid: () => `00000000-0000-7000-8000-${String(++uids).padStart(12, '0')}` }
  const engine = new TestEngine({ clock })
  return {
    engine,
    setDay: (day: number) => {
      now = new Date(2025, 2, day, 12)
    },
  }
}

const worked = (days: readonly { day: string; done: number; spans: number }[]) =>
  days.filter(({ done, spans }) => done > 0 || spans > 0)

test('each day has its own figures; what is taken back counts for nothing', async () => {
  const { engine, setDay } = engineWithCalendar()
  await engine.withArticle(TEXT)
  await engine.addArticle(`${TEXT}\nDoi.`)
  const { mark } = marker(engine, 1, TEXT)
  const pace = async () => worked(await engine.ask('project.pace', {}))
  expect(await pace()).toEqual([])

  await mark('Primarul', 'speaker')
  await mark('portul rămâne deschis', 'claim')
  const third = await mark('Nimeni', 'speaker')
  await engine.ask('article.update', { articleId: 1, patch: { status: 'done' } })
  expect(await pace()).toEqual([{ day: '2025-03-10', done: 1, spans: 3 }])

  setDay(11)
  await engine.ask('span.remove', { uids: [third.uid] })
  expect(await pace()).toEqual([{ day: '2025-03-10', done: 1, spans: 3 }])
  await engine.ask('history.undo', {})
  await mark('nimic', 'claim')
  await engine.ask('article.update', { articleId: 2, patch: { status: 'done' } })
  await engine.ask('article.update', { articleId: 2, patch: { status: 'todo' } })
  const two = [
    { day: '2025-03-10', done: 1, spans: 3 },
    { day: '2025-03-11', done: 0, spans: 1 },
  ]
  expect(await pace()).toEqual(two)
  await engine.ask('history.undo', {})
  expect(await pace()).toEqual([two[0], { ...two[1], done: 1 }])

  // counted afresh after the project was opened again; the tenth has left the window of fourteen days on the 24th
  const { path } = (await engine.ask('project.current', {}))!
  await engine.ask('project.close', {})
  await engine.ask('project.open', { path, annotator: 'ana' })
  setDay(24)
  expect(await pace()).toEqual([{ ...two[1], done: 1 }])
  const days = await engine.ask('project.pace', { days: 14 })
  expect(days).toHaveLength(14)
  expect(days.at(-1)?.day).toBe('2025-03-24')
  // another annotator's work is another's
  await engine.ask('session.setAnnotator', { annotator: 'Ion' })
  expect(await pace()).toEqual([])
})
