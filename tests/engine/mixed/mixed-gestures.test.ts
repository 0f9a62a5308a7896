import fc from 'fast-check'
import { test } from 'vitest'
import { type ActionName, type Move, World } from './world'

const A =
  'Quay to cost four million\nMayor Ana Ruiz said on Monday that work starts in spring. The union made no comment at all.'
const B = A.replace('in spring', 'in autumn')
const C = `Corrected on Tuesday.\n${B} No comment, no comment.`
const OTHER = 'Ferry late again\nThe ferry was late, said Bogdan 😀 on 3 May, and nobody knows why it was late.'
const AGENCY = A.replace('Quay to cost', 'Harbour: quay will cost')

/** DICTUM_SEED tries others. */
const SEED = 20251123
const STEPS = 30

const moves = fc.array(fc.tuple(fc.nat(), fc.nat(400), fc.nat(400), fc.nat(40)) satisfies fc.Arbitrary<Move>, {
  minLength: STEPS / 2,
  maxLength: STEPS,
})

async function hold(texts: readonly (readonly string[])[], actions: readonly ActionName[], runs: number) {
  await fc.assert(
    fc.asyncProperty(moves, async (list) => {
      const world = new World(texts)
      try {
        await world.begin()
        for (const move of list) await world.move(actions[move[0] % actions.length]!, move)
        await world.undoAll()
      } finally {
        await world.end()
      }
    }),
    { seed: Number(process.env.DICTUM_SEED ?? SEED), numRuns: runs },
  )
}

test('files that change back and forth, marks that need a place, undo and redo: nothing is lost', {
  timeout: 240_000,
}, async () => {
  const actions = [
    'mark',
    'mark',
    'file',
    'file',
    'place',
    'place',
    'undo',
    'redo',
    'reopen',
    'trash',
    'untrash',
  ] as const
  await hold(
    [
      [A, B, C],
      [OTHER, `${OTHER} Really.`],
    ],
    actions,
    20,
  )
})

test('imports that are hidden, archived, taken back, articles in the trash and out of it: nothing is lost', {
  timeout: 240_000,
}, async () => {
  const actions = ['mark', 'mark', 'file', 'shelve', 'trash', 'untrash', 'takeBack', 'undo', 'redo', 'reopen'] as const
  await hold([[A, C], [OTHER, `${OTHER} Really.`], [B]], actions, 8)
})

test('copies that are annotated once, backups and their restoring, in between all else: nothing is lost', {
  timeout: 240_000,
}, async () => {
  const actions = [
    'mark',
    'mark',
    'once',
    'once',
    'judge',
    'judge',
    'backUp',
    'restore',
    'file',
    'undo',
    'redo',
    'trash',
  ] as const
  await hold([[A, C], [AGENCY, `${AGENCY} It said so.`], [B]], actions, 8)
})
