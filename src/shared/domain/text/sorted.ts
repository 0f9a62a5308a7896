/** How many of the first numbers below `length` pass a test that is true up to some point and false from there on. */
export function countWhere(length: number, test: (at: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if (test(middle)) low = middle + 1
    else high = middle
  }
  return low
}
