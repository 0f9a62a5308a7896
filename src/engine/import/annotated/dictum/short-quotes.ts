import { hash } from 'node:crypto'
import { indexUnits, type OffsetUnit } from '../../../../shared/domain/text/offset-units'
import { edgesOf } from '../../../../shared/domain/text/short-quote'
import { asList, asObject, asString } from '../finding/json-values'
import type { FoundQuote } from '../found-text'
import type { Values } from './keys'
import { partsOf } from './places'

/** Whether the words of a span are more than its short quote. */
export const isCut = ({ text, text_sha256 }: Values): boolean =>
  typeof text === 'string' && typeof text_sha256 === 'string' && hash('sha256', text) !== text_sha256

/** The beginnings and ends of words that are quoted in short, where the text is left out. */
export function edgesOfShortQuotes(spans: unknown, unit: OffsetUnit): FoundQuote[] {
  return (asList(spans) ?? []).flatMap((one) => {
    const values = asObject(one)
    const edges = values !== null && isCut(values) ? edgesOf(asString(values.text) ?? '') : null
    const parts = edges === null ? null : partsOf(values!)
    if (edges === null || parts === null) return []
    const [words, last] = edges
    const start = parts[0]![0]
    const end = parts.at(-1)![1]
    return [
      { start, end: start + indexUnits(words, unit).length, words },
      { start: end - indexUnits(last, unit).length, end, words: last },
    ]
  })
}
