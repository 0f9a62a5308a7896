import { hash } from 'node:crypto'
import { decodeWithLineEndings } from '../../decode'
import type { Input, ReadOptions } from '../../readers/reader'
import { namesBeside, readBeside } from '../finding/beside'
import type { FoundText } from '../found-text'

/** A text that annotations are of, read from beside them. */
export interface TextBeside extends Pick<FoundText, 'decoded' | 'sha256'> {
  readonly text: string
}

const ABSOLUTE = /^[a-z][a-z0-9+.-]*:/i

/** The text that a source leads to from the file’s folder; null where there is none. Throws `ImportFailure`. */
export async function textOfSource(
  input: Input,
  source: string,
  { encoding }: Pick<ReadOptions, 'encoding'>,
): Promise<TextBeside | null> {
  const path = source === '' ? await nameOfText(input) : ABSOLUTE.test(source) ? null : pathOf(source)
  const bytes = path === null ? null : await readBeside(input, path)
  if (bytes === null) return null
  const { text, encoding: found, bom, confidence, warnings } = decodeWithLineEndings(bytes, { chosen: encoding })
  return { text, decoded: { encoding: found, bom, confidence, warnings }, sha256: hash('sha256', bytes) }
}

/** What is called as the annotations are: `a.txt` beside `a.json`, also `a.w3c.json`. */
async function nameOfText(input: Input): Promise<string | null> {
  const names = new Set(await namesBeside(input))
  const stem = input.name.replace(/\.[^.]*$/, '')
  const wanted = [stem, stem.replace(/\.[^.]*$/, '')].map((one) => `${one}.txt`)
  return wanted.find((name) => names.has(name)) ?? null
}

/** A relative IRI as a path; null for one that is none. */
export function pathOf(source: string): string | null {
  try {
    return decodeURIComponent(source.replace(/[?#].*$/s, ''))
  } catch {
    return null
  }
}
