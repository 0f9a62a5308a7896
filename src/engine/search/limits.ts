export const LIMITS = {
  /** From here on walking the list and asking of each article whether it is a hit is faster than looking each hit up. */
  manyHits: 2000,
  /**
   * Ranking takes 2 µs a hit. Words that more articles have than these say little of one: those that have them in the title
   * come first, and are ranked among themselves where they are few enough.
   */
  mostRanked: 10_000,
}
