/** The first bytes as text, good enough to tell a format by: what is beyond ASCII may be anything. */
export function headText(head: Uint8Array): string {
  const buffer = Buffer.from(head.buffer, head.byteOffset, head.byteLength)
  if (head[0] === 0xff && head[1] === 0xfe) return buffer.subarray(2).toString('utf16le')
  if (head[0] === 0xfe && head[1] === 0xff) {
    return Buffer.from(buffer.subarray(2, buffer.length & ~1))
      .swap16()
      .toString('utf16le')
  }
  const start = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0
  return buffer.subarray(start).toString('latin1')
}
