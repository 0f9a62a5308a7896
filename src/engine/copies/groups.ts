/** Things, by number, that are put together into groups (union-find). */
export class Groups {
  readonly #parents: Uint32Array

  constructor(size: number) {
    this.#parents = Uint32Array.from({ length: size }, (_, at) => at)
  }

  /** The lowest number in the group of `item`. */
  of(item: number): number {
    const parents = this.#parents
    let at = item
    while (parents[at] !== at) {
      parents[at] = parents[parents[at]!]!
      at = parents[at]!
    }
    return at
  }

  join(a: number, b: number): void {
    const [left, right] = [this.of(a), this.of(b)]
    this.#parents[Math.max(left, right)] = Math.min(left, right)
  }
}
