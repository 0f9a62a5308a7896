import { randomUUID } from 'node:crypto'
import { DictumError } from '../shared/domain/result'

/** What was chosen to be imported and is looked at first: the window knows a ticket for it, never where it is. */
export interface ChosenFiles {
  keep(paths: readonly string[]): string
  /** Throws bad_request if the ticket stands for nothing any more. */
  pathsOf(ticket: string): readonly string[]
  drop(ticket: string): void
}

/** Nobody looks at more than a few at once; what was forgotten makes room. */
const MOST = 8

export function createChosenFiles(): ChosenFiles {
  const chosen = new Map<string, readonly string[]>()
  return {
    keep: (paths) => {
      const ticket = randomUUID()
      chosen.set(ticket, [...paths])
      const [oldest] = chosen.keys()
      if (chosen.size > MOST && oldest !== undefined) chosen.delete(oldest)
      return ticket
    },
    pathsOf: (ticket) => {
      const paths = chosen.get(ticket)
      if (paths !== undefined) return paths
      throw new DictumError('bad_request', 'Those files are not chosen any more. Choose them again.')
    },
    drop: (ticket) => void chosen.delete(ticket),
  }
}
