/** One byte an id: rows are numbered from 1 up. */
function setOf(ids: Int32Array): Uint8Array {
  const isIn = new Uint8Array(ids.reduce((most, id) => Math.max(most, id), 0) + 1)
  for (const id of ids) isIn[id] = 1
  return isIn
}

/** Those of the second that are in the first, in the second's order. */
export function among(wanted: Int32Array, ids: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const isWanted = setOf(wanted)
  return ids.filter((id) => isWanted[id] === 1)
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
