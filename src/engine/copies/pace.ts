import { type BackgroundControl, breathe } from '../base/jobs'

const BREATHE_EVERY_MS = 20

/** Lets waiting requests be served, when it is time. */
export function pacer(): () => Promise<void> {
  let sinceMs = performance.now()
  return async () => {
    if (performance.now() - sinceMs < BREATHE_EVERY_MS) return
    await breathe()
    sinceMs = performance.now()
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
