import type { Job } from '../shared/contract/jobs'
import type { Io } from './io'

const ERASE_LINE = '\r\u001b[2K'

/** One line on the terminal that follows a job; nothing where messages go into a file. */
export function progressLine(io: Io): { show: (job: Job) => void; clear: () => void } {
  if (!io.errIsTerminal) return { show: () => {}, clear: () => {} }
  return {
    show: ({ phase, done, total, unit }) => {
      const far = total === null ? '…' : ` ${done} of ${total}${unit === undefined ? '' : ` ${unit}`}`
      io.err(`${ERASE_LINE}${phase}${far}`)
    },
    clear: () => io.err(ERASE_LINE),
  }
}
