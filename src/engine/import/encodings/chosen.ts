import { isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import { ImportFailure } from '../failure'
import { surveyUtf8 } from '../utf8'
import { encodingName } from './names'

/**
 * Bytes in an encoding that was chosen or named. Throws {@link ImportFailure}: there is no such encoding, or the bytes
 * are not in it.
 */
export function decodeAs(bytes: Uint8Array, label: string): { text: string; encoding: string } {
  const encoding = encodingName(label)
  if (encoding === null) throw new ImportFailure('undecodable', `There is no encoding called “${label}”.`)
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (encoding === 'utf-8' && !isUtf8(buffer)) {
    const at = surveyUtf8(bytes).firstBad
    throw notIn(encoding, `at byte ${at} (counted from 0) stands no character`)
  }
  const text = iconv.decode(buffer, encoding, { stripBOM: false })
  // of what is UTF-8, one that stands there is the file's own
  if (encoding !== 'utf-8' && text.includes('\ufffd')) throw notIn(encoding, 'some of its bytes stand for no character')
  return { text, encoding }
}

export function decodesAs(bytes: Uint8Array, encoding: string): boolean {
  try {
    decodeAs(bytes, encoding)
    return true
  } catch {
    return false
  }
}

const notIn = (encoding: string, why: string) =>
  new ImportFailure(
    'undecodable',
    `The file is not in ${encoding}: ${why}. Choose another encoding, or have it detected.`,
  )
