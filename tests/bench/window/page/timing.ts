/** What a keystroke led to, in milliseconds since the browser received the key. */
export interface KeyRun {
  /** Until the page's elements had changed. */
  readonly changedMs: number
  /** Until two animation frames later: the first of them has painted the change. */
  readonly paintedMs: number
}

export const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve))

/** Two animation frames later. */
export async function painted(): Promise<number> {
  await frame()
  await frame()
  return performance.now()
}

/** The moment at which the browser received the next key; `take` gets it first. */
export const nextKey = (take: (event: KeyboardEvent) => void = () => undefined): Promise<number> =>
  new Promise((resolve) => {
    const listener = (event: KeyboardEvent) => {
      take(event)
      resolve(event.timeStamp)
    }
    window.addEventListener('keydown', listener, { capture: true, once: true })
  })

/** From a key until what it changes has been painted. */
export async function keyRun(key: Promise<number>, changed: Promise<number>): Promise<KeyRun> {
  const changedAt = await changed
  const paintedAt = await painted()
  const startedAt = await key
  return { changedMs: changedAt - startedAt, paintedMs: paintedAt - startedAt }
}
