import { foldText } from '../../shared/domain/text/fold-text'

/**
 * Words in a shingle. With 5 % of the words replaced a shingle of three survives with 0.95³ = 86 %, which leaves a
 * resemblance of 0.75; of four words it would be 0.69, of ten (Broder 1997, for whole web pages) 0.43. Two words are too
 * few: they are shared by any two texts of one topic.
 */
export const SHINGLE_WORDS = 3
/** Texts with fewer shingles say too little to be told apart. */
export const LEAST_SHINGLES = 10

/** Scripts that set no spaces between words: each character counts as one. */
const ALONE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Cs}]/u
const LETTER = /[\p{L}\p{N}\p{M}]/u

const UNKNOWN = 0
const BETWEEN = 1
const INSIDE = 2
const A_WORD = 3
const kinds = new Uint8Array(0x10000)

function kindOf(unit: number): number {
  const known = kinds[unit]!
  if (known !== UNKNOWN) return known
  const letter = String.fromCharCode(unit)
  const kind = ALONE.test(letter) ? A_WORD : LETTER.test(letter) ? INSIDE : BETWEEN
  kinds[unit] = kind
  return kind
}

/** A well spread number of 32 bits (the end of MurmurHash3). */
export function mixed(value: number): number {
  let h = value
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** The words of a text in order, each as a number: case, diacritics and what stands between words do not matter. */
function wordHashes(text: string): Uint32Array {
  const folded = foldText(text, false).text
  const hashes = new Uint32Array(folded.length)
  let words = 0
  let hash = 0
  for (let at = 0; at <= folded.length; at++) {
    const unit = at < folded.length ? folded.charCodeAt(at) : 0
    const kind = at < folded.length ? kindOf(unit) : BETWEEN
    if (kind === INSIDE) {
      hash = Math.imul(hash ^ unit, 0x01000193) + 1
      continue
    }
    if (hash !== 0) hashes[words++] = hash
    hash = 0
    if (kind === A_WORD) hashes[words++] = mixed(unit)
  }
  return hashes.subarray(0, words)
}

/** All runs of three words in a text, each as a number of 32 bits; ascending, none twice. */
export function shinglesOf(text: string): Uint32Array {
  const words = wordHashes(text)
  const count = Math.max(0, words.length - SHINGLE_WORDS + 1)
  const shingles = new Uint32Array(count)
  for (let at = 0; at < count; at++) {
    let hash = 0
    for (let word = 0; word < SHINGLE_WORDS; word++) hash = mixed(Math.imul(hash, 31) + words[at + word]!)
    shingles[at] = hash
  }
  shingles.sort()
  let kept = 0
  for (let at = 0; at < count; at++) {
    if (at === 0 || shingles[at] !== shingles[at - 1]) shingles[kept++] = shingles[at]!
  }
  return shingles.subarray(0, kept)
}

/** How much of two texts is the same, from 0 to 1: the shingles that both have, of all that either has (Jaccard). */
export function resemblance(a: Uint32Array, b: Uint32Array): number {
  let shared = 0
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [left, right] = [a[i]!, b[j]!]
    if (left === right) shared++
    if (left <= right) i++
    if (right <= left) j++
  }
  const all = a.length + b.length - shared
  return all === 0 ? 0 : shared / all
}
