const ZERO_BYTES_WITHIN = 4096

/** How files begin that are no text, in Latin-1, and what they are; see https://www.garykessler.net/library/file_sigs.html */
const SIGNATURES: readonly (readonly [beginning: string, kind: string])[] = [
  ['%PDF-', 'a PDF document'],
  ['{\\rtf', 'an RTF document'],
  ['PK\x03\x04', 'a ZIP archive, as Word and OpenDocument files are too'],
  ['PK\x05\x06', 'an empty ZIP archive'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'an older Microsoft Office document'],
  ['\x1f\x8b', 'a gzip archive'],
  ['\xfd7zXZ\0', 'an xz archive'],
  ['7z\xbc\xaf\x27\x1c', 'a 7-Zip archive'],
  ['Rar!\x1a\x07', 'a RAR archive'],
  ['\x89PNG\r\n', 'a PNG image'],
  ['\xff\xd8\xff', 'a JPEG image'],
  ['GIF87a', 'a GIF image'],
  ['GIF89a', 'a GIF image'],
  ['II*\0', 'a TIFF image'],
  ['MM\0*', 'a TIFF image'],
  ['\x7fELF', 'a program'],
  ['SQLite format 3\0', 'a database'],
]

/** What a file is by its first bytes (“a PDF document”), or null if they are not those of a known kind that is no text. */
export function kindByBeginning(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, 16)).toString('latin1')
  const known = SIGNATURES.find(([beginning]) => start.startsWith(beginning))
  if (known) return known[1]
  // two letters that a text may begin with as well
  if (start.startsWith('MZ') && bytes.subarray(0, ZERO_BYTES_WITHIN).includes(0)) return 'a program'
  return null
}
