import type { AttributeValue } from '../../../shared/domain/annotations/annotations'
import type { ExtraValue } from '../../../shared/domain/corpus/found-metadata'
import type { OffsetUnit } from '../../../shared/domain/text/offset-units'

export const DICTUM_JSONL = 'dictum-jsonl/1'

/** One line of a `dictum-jsonl/1` file, with its keys in order. Offsets are half open, in the unit that it says. */
export interface DictumLine {
  readonly schema: typeof DICTUM_JSONL
  readonly id: string
  readonly text: string
  readonly offset_unit: OffsetUnit
  readonly meta: DictumMeta
  readonly spans: readonly DictumSpan[]
  readonly relations: readonly DictumRelation[]
  readonly entities: readonly { readonly id: string; readonly name: string; readonly kind: string }[]
}

export interface DictumMeta {
  readonly title: string
  readonly published_on: string | null
  readonly lang: string | null
  readonly source: string
  readonly sha256: string
  readonly status: string
  /** What the articles’ files say of them; only where that of one at least does. */
  readonly url?: string | null
  readonly tags?: readonly string[]
  readonly extra?: Readonly<Record<string, ExtraValue>>
  /** The document fields by name; only where the label set has some. */
  readonly fields?: Readonly<Record<string, AttributeValue>>
}

export interface DictumSpan {
  readonly id: string
  readonly label: string
  readonly start: number
  readonly end: number
  readonly text: string
  readonly parts: readonly (readonly [number, number])[]
  readonly attributes: Readonly<Record<string, unknown>>
  readonly entity: string | null
  readonly annotator: string
  readonly origin: string
}

export interface DictumRelation {
  readonly id: string
  readonly type: string
  readonly from: string
  readonly to: string
  readonly attributes: Readonly<Record<string, AttributeValue>>
  readonly annotator: string
}
