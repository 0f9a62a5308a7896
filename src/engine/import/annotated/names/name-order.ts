/**
 * Names in an order that agrees with every sequence that they were seen in, as far as one does; else in the order in which
 * they were first seen.
 */
export function inSeenOrder(names: readonly string[], sequences: Iterable<readonly string[]>): string[] {
  const after = new Map<string, Set<string>>(names.map((name) => [name, new Set()]))
  const before = new Map<string, number>(names.map((name) => [name, 0]))
  for (const sequence of sequences) {
    for (let n = 1; n < sequence.length; n++) {
      const following = after.get(sequence[n - 1]!)
      const name = sequence[n]!
      if (following === undefined || !before.has(name) || following.has(name)) continue
      following.add(name)
      before.set(name, before.get(name)! + 1)
    }
  }
  const waiting = [...names]
  const ordered: string[] = []
  while (waiting.length > 0) {
    const free = waiting.findIndex((name) => before.get(name) === 0)
    // a circle: there is no such order
    const [name] = waiting.splice(Math.max(free, 0), 1) as [string]
    ordered.push(name)
    for (const following of after.get(name)!) before.set(following, before.get(following)! - 1)
  }
  return ordered
}
