import { asOffset, isObject, listOf, offsetsAsWritten } from '../finding/json-values'
import type { FoundSpan } from '../found-text'

type Json = Readonly<Record<string, unknown>>

const valueIn = ({ value }: Json): Json => (isObject(value) ? value : {})

/** A region’s labels: `labels`, `hypertextlabels`, and whatever else ends so. */
export function labelsOf(results: readonly Json[]): string[] {
  const labels = results.flatMap((result) =>
    Object.entries(valueIn(result)).flatMap(([key, list]) => (key.endsWith('labels') ? listOf(list) : [])),
  )
  return [...new Set(labels.filter((label) => typeof label === 'string' && label.trim() !== ''))] as string[]
}

/** Whether it says at all where in a text it stands: regions of pictures and sounds do not. */
export const hasPlace = (results: readonly Json[]): boolean =>
  results.some((one) => 'start' in valueIn(one) || 'globalOffsets' in valueIn(one))

/**
 * Where it begins and ends. In a page: from the beginning of all its words, where that is said; else within one node,
 * which in a plain text is the whole of it.
 */
export const offsetsOf = (results: readonly Json[]): readonly [number, number] => {
  const [start, end] = saidOffsets(results)
  return [numberOf(start), numberOf(end)]
}

/** The same for messages, where it is no numbers. */
export const writtenOf = (parts: readonly (readonly Json[])[]): Pick<FoundSpan, 'offsetsWritten'> =>
  parts.every((one) => offsetsOf(one).every((offset) => !Number.isNaN(offset)))
    ? {}
    : offsetsAsWritten(...parts.flatMap((one) => saidOffsets(one)))

function saidOffsets(results: readonly Json[]): readonly [unknown, unknown] {
  const value = valueIn(results.find((one) => 'start' in valueIn(one) || 'globalOffsets' in valueIn(one)) ?? {})
  const { globalOffsets } = value
  if (isObject(globalOffsets)) return [globalOffsets.start, globalOffsets.end]
  if (isOnlyNode(value.start) && isOnlyNode(value.end)) return [value.startOffset, value.endOffset]
  return [value.start, value.end]
}

const isOnlyNode = (path: unknown): boolean => typeof path === 'string' && /^\/?text\(\)\[1\]$/.test(path)

/** Its documentation calls them strings. */
const numberOf = (said: unknown): number =>
  typeof said === 'string' && /^\d+$/.test(said) ? Number(said) : asOffset(said)

/** What it says stands there; a text that was written about a region is no such thing. */
export function wordsOf(results: readonly Json[]): string | null {
  const texts = results.filter(({ type }) => type !== 'textarea').map((result) => valueIn(result).text)
  const words = texts.find((text) => typeof text === 'string')
  return words === undefined ? null : (words as string)
}

/** The note that a person can write to a region. */
export const noteOf = ({ text }: Json): string =>
  typeof text === 'string'
    ? text
    : listOf(text)
        .filter((line) => typeof line === 'string')
        .join('\n')
