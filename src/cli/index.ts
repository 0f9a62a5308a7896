import type { Io } from './io'
import { run } from './run'

const listeners = new Set<() => void>()

const io: Io = {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  errIsTerminal: process.stderr.isTTY === true,
  onInterrupt: (listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

// a reader that has seen enough, such as head, is no failure
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const

for (const [signal, number] of Object.entries(SIGNALS)) {
  process.on(signal, () => {
    // with nothing to cancel, or the second time, it ends as any program does
    if (listeners.size === 0) process.exit(128 + number)
    for (const listener of listeners) listener()
    listeners.clear()
  })
}

// not process.exit: it would cut off what is still on its way into a pipe
process.exitCode = await run(process.argv.slice(2), io)
