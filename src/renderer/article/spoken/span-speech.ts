import type { Span } from '../../../shared/domain/annotations/annotations'
import type { ClaimLink } from '../../../shared/domain/annotations/claims'
import { findLabel, type LabelSet } from '../../../shared/domain/label-set/label-set'
import { attributeText, type KnownEntities, partsText } from '../../inspector/words/attribute-text'
import { shownWords } from '../../inspector/words/span-words'

/** More words of a span than these are not read out (UTF-16 code units). */
const LONGEST_WORDS = 160
const LONGEST_OTHER_WORDS = 60
/** A speaker may have said a hundred claims: so many links are named, the others counted. */
const MOST_LINKS = 4

/** What the words of a span and of its label are taken from. */
export interface SpeechSource {
  readonly text: string
  readonly labelSet: LabelSet
  readonly entities: KnownEntities
}

export const labelTitle = ({ labelSet }: SpeechSource, { labelId }: Span): string => {
  const label = findLabel(labelSet, labelId)
  return label?.title || label?.name || labelId
}

const quoted = ({ text }: SpeechSource, { parts }: Span, longest: number): string =>
  `“${shownWords(text, parts, longest).replace(/\s+/gu, ' ')}”`

/** “Claim: “orașul nu vinde portul”, 3 of 41”. `at` counts from 0. */
export function spanPlace(source: SpeechSource, span: Span, at: number, total: number): string {
  const parts = span.parts.length > 1 ? `, ${partsText(span.parts.length)}` : ''
  const place = `${(at + 1).toLocaleString('en')} of ${total.toLocaleString('en')}`
  return `${labelTitle(source, span)}: ${quoted(source, span, LONGEST_WORDS)}${parts}, ${place}`
}

/** What a span is tied to, what is known of it, and whether somebody wrote something about it. */
export function spanDetails(source: SpeechSource, span: Span, links: readonly ClaimLink[]): string[] {
  const named = links.slice(0, MOST_LINKS).map(({ type, other, direction }) => {
    const title = type.title || type.name
    const words = quoted(source, other, LONGEST_OTHER_WORDS)
    return direction === 'out' ? `${title}: ${words}` : `${title}, from ${labelTitle(source, other)} ${words}`
  })
  if (links.length > MOST_LINKS) named.push(`${links.length - MOST_LINKS} more links`)
  const attributes = (findLabel(source.labelSet, span.labelId)?.attributes ?? []).flatMap((attribute) => {
    const value = attributeText(attribute, span.attributes[attribute.id], source.entities)
    return value === null ? [] : [`${attribute.title || attribute.name}: ${value}`]
  })
  return [...named, ...attributes, ...(span.note === '' ? [] : ['Has a note'])]
}

/** Everything about a span in one go. */
export const spanSpeech = (
  source: SpeechSource,
  span: Span,
  at: number,
  total: number,
  links: readonly ClaimLink[],
): string => `${[spanPlace(source, span, at, total), ...spanDetails(source, span, links)].join('. ')}.`

/** What a caret has done: which spans it has entered, left, and is still inside of. Empty if there is nothing to say. */
export function caretSpeech(
  source: SpeechSource,
  ordered: readonly Span[],
  before: ReadonlySet<string>,
  now: readonly Span[],
): string {
  const entered = now.filter((span) => !before.has(span.uid))
  const stayed = now.filter((span) => before.has(span.uid))
  const left = ordered.filter((span) => before.has(span.uid) && !now.includes(span))
  const sentences: string[] = []
  if (left.length > 0) sentences.push(`Leaves ${left.map((span) => labelTitle(source, span)).join(', ')}`)
  if (entered.length > 0)
    sentences.push(
      `Enters ${entered.map((span) => spanPlace(source, span, ordered.indexOf(span), ordered.length)).join('; ')}`,
    )
  if (sentences.length > 0 && stayed.length > 0)
    sentences.push(`Inside ${stayed.map((span) => labelTitle(source, span)).join(', ')}`)
  return sentences.length === 0 ? '' : `${sentences.join('. ')}.`
}
