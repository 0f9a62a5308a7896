import { type AttributeValues, type Relation, wordsOf } from '../../../../shared/domain/annotations/annotations'
import type { LabelSet, SpanLabel } from '../../../../shared/domain/label-set/label-set'
import type { Part } from '../../../../shared/domain/text/offsets'
import { labelTitle, quoted } from '../../../store/wording'
import type { PlacedRelation, PlacedSpan } from '../placing/placed'

/** A span that the article has, or gets from the same file. */
export interface PresentSpan {
  readonly uid: string
  readonly labelId: string
  readonly author: string
  readonly parts: readonly Part[]
  readonly attributes: AttributeValues
  readonly note: string
}

export type PresentRelation = Pick<Relation, 'uid' | 'typeId' | 'fromUid' | 'toUid' | 'attributes'>

/** What a file knows otherwise of a span that is there; null: nothing. `values`: its attributes by the ids of the project. */
export function spanDifference(
  label: SpanLabel,
  values: AttributeValues,
  { parts, note }: Pick<PlacedSpan, 'parts' | 'note'>,
  twin: PresentSpan,
  text: string,
): string | null {
  const ids = differingIn(values, twin.attributes)
  const names = ids.map((id) => label.attributes.find((one) => one.id === id)?.name ?? id)
  if (note !== '' && note !== twin.note) names.push('note')
  return names.length === 0 ? null : differs(`${label.name} ${quoted(wordsOf(text, parts))}`, names)
}

/** The same of a relation. */
export function linkDifference(
  type: string,
  { attributes }: Pick<PlacedRelation, 'attributes'>,
  twin: PresentRelation,
  ends: readonly [from: PresentSpan, to: PresentSpan],
  text: string,
): string | null {
  const names = differingIn(attributes, twin.attributes)
  if (names.length === 0) return null
  const [from, to] = ends.map(({ parts }) => quoted(wordsOf(text, parts)))
  return differs(`The link “${type}” from ${from} to ${to}`, names)
}

/** Of a span whose id another span of the article has, in another place or of another label. */
export function otherVersion(span: PlacedSpan, earlier: PresentSpan, labelSet: LabelSet, text: string): string {
  const title = labelTitle(labelSet, earlier.labelId)
  return (
    `${span.label} ${quoted(wordsOf(text, span.parts))} has the id of ${title} ${quoted(wordsOf(text, earlier.parts))}, which ` +
    'the article has: one is another version of the other. Both are there now; delete the one that is wrong.'
  )
}

const differs = (what: string, names: readonly string[]): string =>
  `${what} is there already, and the file has another ${names.join(', ')} for it. It was left as it is.`

const differingIn = (values: AttributeValues, present: AttributeValues): string[] =>
  Object.keys(values).filter((id) => JSON.stringify(values[id]) !== JSON.stringify(present[id]))
