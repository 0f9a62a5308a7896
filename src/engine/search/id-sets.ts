/** One byte an id: rows are numbered from 1 up. */
function setOf(ids: Int32Array): Uint8Array {
  let most = 0
  for (const id of ids) if (id > most) most = id
  const isIn = new Uint8Array(most + 1)
  for (const id of ids) isIn[id] = 1
  return isIn
}

/** Those of the second that are in the first, in the second's order. */
export function among(wanted: Int32Array, ids: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const isWanted = setOf(wanted)
  return those(ids, (id) => isWanted[id] === 1)
}

/** Those of the second that are not in the first, in the second's order. */
export function without(unwanted: Int32Array, ids: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  if (unwanted.length === 0) return ids
  const isUnwanted = setOf(unwanted)
  return those(ids, (id) => isUnwanted[id] !== 1)
}

/** As `filter` does, in a quarter of its time. */
function those(ids: Int32Array, isOne: (id: number) => boolean): Int32Array<ArrayBuffer> {
  const found = new Int32Array(ids.length)
  let length = 0
  for (const id of ids) if (isOne(id)) found[length++] = id
  return found.slice(0, length)
}

/** The first, and then those of the second that are not in it. */
export function joined(first: Int32Array, second: Int32Array): Int32Array<ArrayBuffer> {
  const isThere = setOf(first)
  const all = new Int32Array(second.length + first.length)
  all.set(first)
  let length = first.length
  for (const id of second) if (isThere[id] !== 1) all[length++] = id
  return all.slice(0, length)
}
