import { dismissFailures, reportFailure, useAppStore } from './app-store'

let tail: Promise<unknown> = Promise.resolve()
let pending = 0

/** Whether a gesture is still on its way: what it will focus or change is not there yet. */
export const isBusy = (): boolean => pending > 0

/**
 * Runs gestures strictly one after another, so that a quick hand never overtakes the file: the second of two keys works
 * on what the first has left. A gesture that fails says so and the next one goes on. True if it went well.
 */
export function inOrder(gesture: () => Promise<void>): Promise<boolean> {
  pending++
  const run = tail.then(async () => {
    useAppStore.setState(({ saving }) => ({ saving: saving + 1 }))
    try {
      // the next thing that is done answers what was said of the last
      dismissFailures()
      await gesture()
      return true
    } catch (error) {
      reportFailure(error)
      return false
    } finally {
      pending--
      useAppStore.setState(({ saving }) => ({ saving: saving - 1 }))
    }
  })
  // a bug in one gesture reaches the window's error handler through `run`, and must not stop the queue
  tail = run.catch(() => undefined)
  return run
}
