import { resemblance, shinglesOf } from './shingles'

/**
 * From here on two articles count as copies. Copies with 5 % of the words replaced have 0.75, with a paragraph of five
 * dropped 0.8, with a new headline and an agency's footer about 0.85; articles on the same event by different hands stay
 * below 0.2. Broder takes 0.5 as well.
 */
export const LEAST_RESEMBLANCE = 0.5

/** So many shingles are kept at hand (4 bytes each). */
const KEPT_SHINGLES = 2_000_000
/** And so many answers: the same pair meets in several bands. */
const KEPT_ANSWERS = 500_000

/** Answers whether two articles are nearly the same, by all their shingles. */
export function verifier(textOf: (articleId: number) => string): (a: number, b: number) => boolean {
  const shingles = new Map<number, Uint32Array>()
  let kept = 0
  const ofArticle = (id: number): Uint32Array => {
    const known = shingles.get(id)
    if (known) return known
    if (kept > KEPT_SHINGLES) {
      shingles.clear()
      kept = 0
    }
    const made = shinglesOf(textOf(id))
    shingles.set(id, made)
    kept += made.length
    return made
  }
  const unlike = new Set<string>()
  return (a, b) => {
    const pair = `${a} ${b}`
    if (unlike.has(pair)) return false
    if (resemblance(ofArticle(a), ofArticle(b)) >= LEAST_RESEMBLANCE) return true
    if (unlike.size > KEPT_ANSWERS) unlike.clear()
    unlike.add(pair)
    return false
  }
}
