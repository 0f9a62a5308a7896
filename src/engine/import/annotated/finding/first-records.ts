import { parseExactJson } from '../../readers/exact-json'
import { headText } from '../../readers/head-text'
import { isObject } from './json-values'

/** Enough to see what a file is. */
const MOST_RECORDS = 50

/**
 * The first records of a file of JSON objects, in a list, a line each, or one alone; the last one as far as the head has
 * it. Of what is no JSON among them, the next lines tell. Letters beyond ASCII may be any, as in `headText`. Empty where it
 * is no such file.
 */
export function firstRecords(head: Uint8Array): Record<string, unknown>[] {
  const text = headText(head)
  const records: Record<string, unknown>[] = []
  let at = skipBetween(text, 0)
  for (let n = 0; text[at] === '{' && n < MOST_RECORDS; n++) {
    const { end, closing } = objectAt(text, at)
    const record = parsed(text.slice(at, end) + closing)
    if (record !== null) records.push(record)
    at = record !== null && closing === '' ? skipBetween(text, end) : lineOfNext(text, at)
  }
  return records
}

/** Where the next line begins that may be a record by itself; the end of the text where none does. */
function lineOfNext(text: string, at: number): number {
  const next = text.slice(at).search(/\n\{\s*"/)
  return next < 0 ? text.length : at + next + 1
}

function skipBetween(text: string, from: number): number {
  let at = from
  while (at < text.length && /[\s,[\]]/.test(text[at]!)) at++
  return at
}

/** Where the object that begins at `start` ends; or, of one that is cut off, what is whole of it, and what closes that. */
function objectAt(text: string, start: number): { end: number; closing: string } {
  const open: string[] = []
  // the last comma, and what was open there
  let whole = { end: start + 1, closing: '}' }
  for (let at = start; at < text.length; at++) {
    const sign = text[at]
    if (sign === '"') {
      for (at++; at < text.length && text[at] !== '"'; at++) if (text[at] === '\\') at++
    } else if (sign === '{') open.push('}')
    else if (sign === '[') open.push(']')
    else if (sign === ',') whole = { end: at, closing: open.toReversed().join('') }
    else if (sign === '}' || sign === ']') {
      open.pop()
      if (open.length === 0) return { end: at + 1, closing: '' }
    }
  }
  return whole
}

function parsed(json: string): Record<string, unknown> | null {
  try {
    const value: unknown = parseExactJson(json)
    return isObject(value) ? value : null
  } catch {
    return null
  }
}
