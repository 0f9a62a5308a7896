/** Of the time that passes, work that follows what goes on takes a tenth at most. */
const REST_PER_WORK = 9
/** But whoever looks at it sees it go on. */
const LONGEST_REST_MS = 10_000

export interface Paced {
  /** Has the work done: at once, or when it has rested long enough from the last time. */
  call(): void
  /** Has done now what is still to be done. */
  flush(): void
  /** It need not be done any more. */
  forget(): void
}

/** Work that is asked for again and again, the seldomer the longer it takes; the last time it is asked for, it is done. */
export function paced(work: () => Promise<void>): Paced {
  let isRunning = false
  let isWanted = false
  let isInHaste = false
  let restsUntilMs = Number.NEGATIVE_INFINITY
  let timer: ReturnType<typeof setTimeout> | undefined

  const run = async () => {
    clearTimeout(timer)
    timer = undefined
    isRunning = true
    isWanted = false
    isInHaste = false
    const startMs = performance.now()
    try {
      await work()
    } finally {
      const endMs = performance.now()
      restsUntilMs = endMs + Math.min(LONGEST_REST_MS, (endMs - startMs) * REST_PER_WORK)
      isRunning = false
      if (isWanted) next()
    }
  }
  const next = () => {
    const restMs = isInHaste ? 0 : restsUntilMs - performance.now()
    if (restMs <= 0) void run()
    else timer ??= setTimeout(() => void run(), restMs)
  }
  return {
    call: () => {
      isWanted = true
      if (!isRunning) next()
    },
    flush: () => {
      if (!isWanted) return
      isInHaste = true
      if (!isRunning) next()
    },
    forget: () => {
      clearTimeout(timer)
      timer = undefined
      isWanted = false
    },
  }
}
