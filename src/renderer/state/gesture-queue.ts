import { reportFailure, useAppStore } from './app-store'

let tail: Promise<unknown> = Promise.resolve()

/**
 * Runs gestures strictly one after another, so that a quick hand never overtakes the file: the second of two keys works
 * on what the first has left. A gesture that fails says so and the next one goes on. True if it went well.
 */
export function inOrder(gesture: () => Promise<void>): Promise<boolean> {
  const run = tail.then(async () => {
    useAppStore.setState(({ saving }) => ({ saving: saving + 1 }))
    try {
      await gesture()
      return true
    } catch (error) {
      reportFailure(error)
      return false
    } finally {
      useAppStore.setState(({ saving }) => ({ saving: saving - 1 }))
    }
  })
  // a bug in one gesture reaches the window's error handler through `run`, and must not stop the queue
  tail = run.catch(() => undefined)
  return run
}
