import { hash } from 'node:crypto'
import { decodeWithLineEndings } from '../../decode'
import { NOTHING_FOUND } from '../../metadata'
import { htmlReader } from '../../readers/html'
import type { Input, ReadOptions } from '../../readers/reader'
import { firstBeside } from '../finding/beside'
import type { FoundText } from '../found-text'

/** A text that annotations are of, read from beside them. */
export interface TextBeside extends Pick<FoundText, 'decoded' | 'sha256' | 'declared'> {
  readonly text: string
  /** Whether it is what a page shows, of which offsets count something else. */
  readonly isOfPage: boolean
}

const ABSOLUTE = /^[a-z][a-z0-9+.-]*:/i

/**
 * The text that a source leads to from the file’s folder; null where there is none. What has no source, or is the only one of a
 * file and lies on the web, is of the text that is called as the file is. Throws `ImportFailure`.
 */
export async function textOfSource(
  input: Input,
  source: string,
  isOnly: boolean,
  options: ReadOptions,
): Promise<TextBeside | null> {
  const isOnWeb = ABSOLUTE.test(source)
  const relative = source === '' || isOnWeb ? null : pathOf(source)
  const names = relative !== null ? [relative] : source === '' || (isOnWeb && isOnly) ? namesOfText(input) : []
  const found = await firstBeside(input, names)
  return found === null ? null : readText(found.name, found.bytes, options)
}

const PAGE = /\.(?:html?|xhtml)$/i

async function readText(name: string, bytes: Uint8Array, options: ReadOptions): Promise<TextBeside> {
  const sha256 = hash('sha256', bytes)
  if (PAGE.test(name)) {
    const { text, declared, ...decoded } = await htmlReader.read(bytes, name, options)
    return { text, declared, decoded, sha256, isOfPage: true }
  }
  const { text, ...decoded } = decodeWithLineEndings(bytes, { chosen: options.encoding })
  return { text, declared: NOTHING_FOUND, decoded, sha256, isOfPage: false }
}

/** What is called as the annotations are: `a.txt` or `a.html` beside `a.json`, also `a.w3c.json`. */
function namesOfText({ name }: Input): string[] {
  const stem = name.replace(/\.[^.]*$/, '')
  const stems = [...new Set([stem, stem.replace(/\.[^.]*$/, '')])]
  return ['.txt', '.html', '.htm', '.xhtml'].flatMap((end) => stems.map((one) => `${one}${end}`))
}

/** A relative IRI as a path; null for one that is none. */
export function pathOf(source: string): string | null {
  try {
    return decodeURIComponent(source.replace(/[?#].*$/s, ''))
  } catch {
    return null
  }
}
