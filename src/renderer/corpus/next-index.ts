/**
 * Where a key moves in a list of `count` rows, from `index` (-1: nowhere yet); `page` is how many rows a page is.
 * Undefined for a key that does not move.
 */
export function nextIndex(key: string, index: number, count: number, page: number): number | undefined {
  if (count === 0) return undefined
  const within = (target: number) => Math.min(Math.max(target, 0), count - 1)
  if (key === 'ArrowDown') return within(index + 1)
  if (key === 'ArrowUp') return index === -1 ? count - 1 : within(index - 1)
  if (key === 'PageDown') return within(index + page)
  if (key === 'PageUp') return within(index - page)
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  return undefined
}
