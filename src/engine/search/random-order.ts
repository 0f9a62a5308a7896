/** Ids in an order that depends on the seed and on each id alone: what comes in or goes moves nothing else. */
export function inRandomOrder(ids: Int32Array, seed: number): Int32Array<ArrayBuffer> {
  // a key of 32 bits and the id of 21, or more, in one double: sorted as numbers
  const places = new Float64Array(ids.length)
  for (let n = 0; n < ids.length; n++) places[n] = scattered(ids[n]!, seed) * SPREAD + n
  places.sort()
  return Int32Array.from(places, (place) => ids[place % SPREAD]!)
}

/** More articles than a list holds: 2^21. A key and a place in the list fit exactly into a double's 53 bits. */
const SPREAD = 0x200000

/** A hash of 32 bits: the finalizer of MurmurHash3 (Appleby), over the id and the seed. */
function scattered(id: number, seed: number): number {
  let hash = (id ^ Math.imul(seed + 1, 0x9e3779b1)) | 0
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
