import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { paced } from '../../../src/renderer/state/paced'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Work that takes so long, asked for every half second. */
async function timesDone(workMs: number, seconds: number): Promise<number> {
  let times = 0
  const following = paced(() => {
    times++
    return new Promise((resolve) => setTimeout(resolve, workMs))
  })
  for (let n = 0; n < seconds * 2; n++) {
    following.call()
    await vi.advanceTimersByTimeAsync(500)
  }
  return times
}

describe('work that is asked for again and again', () => {
  test('is done each time while it is short, and takes a tenth of the time where it is long', async () => {
    expect(await timesDone(20, 60)).toBe(120)
    expect(await timesDone(200, 60)).toBeGreaterThanOrEqual(30)
    expect(await timesDone(200, 60)).toBeLessThanOrEqual(31)
    expect(await timesDone(1000, 60)).toBeLessThanOrEqual(7)
  })

  test('is done every ten seconds however long it takes', async () => {
    expect(await timesDone(5000, 60)).toBeGreaterThanOrEqual(4)
  })

  test('is done at once when it was not asked for lately, and at last for the last time it was', async () => {
    const work = vi.fn(() => new Promise<void>((resolve) => setTimeout(resolve, 100)))
    const following = paced(work)
    following.call()
    expect(work).toHaveBeenCalledTimes(1)
    following.call()
    await vi.advanceTimersByTimeAsync(900)
    expect(work).toHaveBeenCalledTimes(1)
    await vi.advanceTimersByTimeAsync(200)
    expect(work).toHaveBeenCalledTimes(2)
    await vi.advanceTimersByTimeAsync(5000)
    expect(work).toHaveBeenCalledTimes(2)
  })

  test('can be hurried, and forgotten', async () => {
    const work = vi.fn(() => new Promise<void>((resolve) => setTimeout(resolve, 1000)))
    const following = paced(work)
    following.flush()
    expect(work).not.toHaveBeenCalled()
    following.call()
    following.call()
    following.flush()
    await vi.advanceTimersByTimeAsync(1001)
    expect(work).toHaveBeenCalledTimes(2)
    await vi.advanceTimersByTimeAsync(2000)
    following.call()
    following.forget()
    await vi.advanceTimersByTimeAsync(20_000)
    expect(work).toHaveBeenCalledTimes(2)
  })
})
