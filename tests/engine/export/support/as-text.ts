/** What a format writes, as text. */
export const asText = (written: string | Uint8Array): string =>
  typeof written === 'string' ? written : Buffer.from(written).toString('utf8')
