import type { LabelSet } from './label-set'

/** Where the values of an attribute go: to this attribute, its options by these names. What is not named stays. */
export interface AttributeMove {
  readonly id: string
  readonly options: Readonly<Record<string, string>>
}

/** Spans of a label, all or those with a value, that get another label. */
export interface SpanMove {
  readonly from: string
  readonly when: { readonly attributeId: string; readonly value: string | boolean } | null
  readonly to: string
  readonly attributes: Readonly<Record<string, AttributeMove>>
  /** An attribute that the new label stands for: its value is not lost, it is in the label. */
  readonly consumes: string | null
}

/** A label set as it is to be, and where spans go whose label is another one then. */
export interface EditPlan {
  readonly labelSet: LabelSet
  readonly moves: readonly SpanMove[]
  readonly summary: string
}
