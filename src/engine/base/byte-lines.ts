const LINE_FEED = 0x0a

/**
 * The lines of UTF-8 that comes in pieces, without their ends. They end at a line feed only: a line separator inside a string is
 * text. `unended` gives, or refuses, what stands behind the last line feed. Throws RangeError at a line longer than `longestBytes`.
 */
export async function* byteLines(
  pieces: AsyncIterable<Buffer>,
  longestBytes: number,
  unended: (rest: string) => string,
): AsyncGenerator<string> {
  let pending: Buffer[] = []
  let bytes = 0
  for await (const piece of pieces) {
    let from = 0
    for (let end = piece.indexOf(LINE_FEED); end >= 0; end = piece.indexOf(LINE_FEED, from)) {
      const last = piece.subarray(from, end)
      yield (pending.length === 0 ? last : Buffer.concat([...pending, last])).toString('utf8')
      pending = []
      bytes = 0
      from = end + 1
    }
    if (from === piece.length) continue
    pending.push(piece.subarray(from))
    bytes += piece.length - from
    if (bytes > longestBytes) throw new RangeError('a line without an end')
  }
  if (bytes > 0) yield unended(Buffer.concat(pending).toString('utf8'))
}
