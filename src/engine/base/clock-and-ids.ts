import { v7 } from 'uuid'

/** Where times and uids come from, so that a test can fix both. */
export interface ClockAndIds {
  now(): Date
  /** A uuid v7: sorts by the time it was made. */
  uid(): string
}

export const systemClock: ClockAndIds = { now: () => new Date(), uid: () => v7() }

/** The present as it is stored: ISO 8601, UTC, milliseconds. */
export const timestamp = (clock: ClockAndIds): string => clock.now().toISOString()
