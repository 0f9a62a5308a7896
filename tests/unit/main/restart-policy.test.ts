import { expect, test } from 'vitest'
import { createRestartPolicy } from '../../../src/main/restart-policy'

test('waits longer after each crash, and gives up at the fifth in a minute', () => {
  const policy = createRestartPolicy()
  expect([0, 1_000, 2_000, 3_000, 4_000].map((at) => policy.crashed(at))).toEqual([100, 200, 400, 800, null])
})

test('a crash of long ago does not count', () => {
  const policy = createRestartPolicy()
  for (const at of [0, 1, 2, 3]) policy.crashed(at)
  expect(policy.crashed(60_003)).toBe(100)
})

test('asking for another try starts afresh', () => {
  const policy = createRestartPolicy()
  for (const at of [0, 1, 2, 3, 4]) policy.crashed(at)
  policy.forgive()
  expect(policy.crashed(5)).toBe(100)
})
