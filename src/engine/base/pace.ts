import { type BackgroundControl, breathe } from './jobs'

const BREATHE_EVERY_MS = 20

/** Lets waiting requests be served, when it is time; undefined where it is not. */
export function pacer(everyMs = BREATHE_EVERY_MS): () => Promise<void> | undefined {
  let sinceMs = performance.now()
  return () => {
    if (performance.now() - sinceMs < everyMs) return undefined
    return breathe().then(() => {
      sinceMs = performance.now()
    })
  }
}

/** The same, and other jobs go first. */
export function modestPacer({ standBack }: Pick<BackgroundControl, 'standBack'>): () => Promise<void> {
  const pace = pacer()
  return async () => {
    await pace()
    await standBack()
  }
}
