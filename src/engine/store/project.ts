import type { LabelSet } from '../../shared/domain/label-set/label-set'
import type { ClockAndIds } from '../base/clock-and-ids'
import type { Sql } from './sql'

/** An open project file: what every part of the store works on. */
export interface Project {
  readonly path: string
  readonly uid: string
  readonly name: string
  readonly createdAt: string
  /** As it is at present: gestures change it, and undo changes it back. */
  readonly labelSet: LabelSet
  readonly sql: Sql
  readonly clock: ClockAndIds
  /** Writes everything into the one file and lets go of it. */
  close(): void
}
