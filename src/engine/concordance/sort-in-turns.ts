import { breathe } from '../base/jobs'

/** Sorted at once; some 2 ms. */
const CHUNK = 4096
const BREATHE_EVERY_MS = 15

/**
 * Sorts in place, stable, and lets waiting requests be served in between. False if it was stopped; the entries are of
 * no use then.
 */
export async function sortInTurns(
  entries: Uint32Array,
  compare: (a: number, b: number) => number,
  isStopped: () => boolean,
): Promise<boolean> {
  let sinceMs = performance.now()
  const pause = async () => {
    if (performance.now() - sinceMs < BREATHE_EVERY_MS) return
    await breathe()
    sinceMs = performance.now()
  }
  for (let from = 0; from < entries.length; from += CHUNK) {
    if (isStopped()) return false
    entries.subarray(from, from + CHUNK).sort(compare)
    await pause()
  }
  let source = entries
  let target: Uint32Array = new Uint32Array(entries.length)
  for (let width = CHUNK; width < entries.length; width *= 2) {
    for (let from = 0; from < entries.length; from += 2 * width) {
      const middle = Math.min(from + width, entries.length)
      const end = Math.min(from + 2 * width, entries.length)
      let [left, right] = [from, middle]
      for (let at = from; at < end; at++) {
        if (at % CHUNK === 0) {
          if (isStopped()) return false
          await pause()
        }
        const takesLeft = left < middle && (right >= end || compare(source[left]!, source[right]!) <= 0)
        target[at] = source[takesLeft ? left++ : right++]!
      }
    }
    ;[source, target] = [target, source]
  }
  if (source !== entries) entries.set(source)
  return true
}
