import { asId, asObject, asOffset, asString, offsetsAsWritten } from '../finding/json-values'
import type { FoundSpan } from '../found-text'
import { all, firstOf } from './bodies'

/** What an annotation is of: a place in a text, a whole text, or another annotation; or why it is not known. */
export type Target =
  | {
      readonly kind: 'place'
      readonly source: string
      readonly quote: Quote | null
      readonly position: Position | null
      /** What the position is instead of numbers, for messages. */
      readonly written: Pick<FoundSpan, 'offsetsWritten'>
    }
  | { readonly kind: 'whole'; readonly source: string }
  | { readonly kind: 'reference'; readonly id: string }
  | { readonly kind: 'unknown'; readonly source: string; readonly message: string }

export interface Quote {
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
}

/** In the file’s own unit. */
export type Position = readonly [start: number, end: number]

/** What has no source is of the text of the file itself. */
export const targetsOf = (annotation: Readonly<Record<string, unknown>>): Target[] =>
  all(annotation.target).map(targetOf)

function targetOf(said: unknown): Target {
  const iri = asString(said)
  // whether an IRI is another annotation’s or a text’s is not said; those of annotations mostly have no path
  if (iri !== null) return isOfText(iri) ? { kind: 'whole', source: iri } : { kind: 'reference', id: iri }
  const target = asObject(said) ?? {}
  const source = asString(target.source) ?? asId(asObject(target.source)?.id)
  const selectors = all(target.selector)
  if (selectors.length > 0) return placeIn(source ?? '', selectors)
  if (source !== null) return { kind: 'whole', source }
  const id = asId(target.id)
  if (id === null) return { kind: 'unknown', source: '', message: 'Its target says nothing that is understood.' }
  return targetOf(id)
}

const isOfText = (iri: string): boolean => !iri.startsWith('#') && (/^[a-z]+:\/\//i.test(iri) || /\.\w{2,5}$/.test(iri))

/** See https://www.w3.org/TR/annotation-model/#selectors: of several, each leads to the same place. */
function placeIn(source: string, selectors: readonly unknown[]): Target {
  let quote: Quote | null = null
  let position: Position | null = null
  let written: Pick<FoundSpan, 'offsetsWritten'> = {}
  const others: string[] = []
  for (const one of selectors) {
    const selector = asObject(one) ?? {}
    const type = firstOf(selector.type) ?? 'nothing'
    // what it leads to is a part of the text, in which offsets begin anew
    if (selector.refinedBy !== undefined) others.push(`${type} refined by another`)
    else if (type === 'TextPositionSelector') {
      position = [asOffset(selector.start), asOffset(selector.end)]
      written = offsetsAsWritten(selector.start, selector.end)
    } else if (type === 'TextQuoteSelector' && asString(selector.exact) !== null) quote = quoteOf(selector)
    else if (type === 'FragmentSelector' && FRAGMENT.test(String(selector.value))) {
      const [, start, end] = FRAGMENT.exec(String(selector.value))!
      position ??= [Number(start), Number(end)]
    } else others.push(type)
  }
  if (quote !== null || position !== null) return { kind: 'place', source, quote, position, written }
  const message =
    `Its place is given by ${others.join(', ')}, which leads through the elements of a page and not through its text. ` +
    `Export it with a TextQuoteSelector or a TextPositionSelector.`
  return { kind: 'unknown', source, message }
}

/** RFC 5147: a fragment of a plain text. */
const FRAGMENT = /^char=(\d+),(\d+)$/

const quoteOf = ({ exact, prefix, suffix }: Readonly<Record<string, unknown>>): Quote => ({
  exact: String(exact),
  prefix: asString(prefix) ?? '',
  suffix: asString(suffix) ?? '',
})
