/** More crashes than this within the window mean that starting again does not help. */
const MAX_CRASHES = 5
const WINDOW_MS = 60_000
const FIRST_DELAY_MS = 100
const MAX_DELAY_MS = 3_000

export interface RestartPolicy {
  /** Counts a crash at `nowMs`; gives the milliseconds to wait before a restart, or null to give up. */
  crashed(nowMs: number): number | null
  /** Somebody asked for another try: the crashes so far no longer count. */
  forgive(): void
}

/** Doubles the delay with each crash of the last minute; gives up at the fifth. */
export function createRestartPolicy(): RestartPolicy {
  let crashes: number[] = []
  return {
    crashed(nowMs) {
      crashes = [...crashes.filter((at) => nowMs - at < WINDOW_MS), nowMs]
      if (crashes.length >= MAX_CRASHES) return null
      return Math.min(FIRST_DELAY_MS * 2 ** (crashes.length - 1), MAX_DELAY_MS)
    },
    forgive() {
      crashes = []
    },
  }
}
