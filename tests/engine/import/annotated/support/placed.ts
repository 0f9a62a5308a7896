import type { FoundEntity } from '../../../../../src/engine/import/annotated/found-text'
import type {
  PlacedAnnotations,
  PlacedRelation,
  PlacedSpan,
} from '../../../../../src/engine/import/annotated/placing/placed'
import { docOffset, type Part } from '../../../../../src/shared/domain/text/offsets'

const NO_SPAN = {
  attributes: {},
  entity: null,
  note: '',
  annotator: null,
  origin: null,
  guess: null,
  place: '',
} as const

/** A span as a file has it, once it has its place. */
export const placedSpan = (
  id: string,
  label: string,
  [start, end]: readonly [number, number],
  more: Partial<PlacedSpan> = {},
): PlacedSpan => ({ ...NO_SPAN, id, label, parts: [[docOffset(start), docOffset(end)] satisfies Part], ...more })

export const placedRelation = (
  type: string,
  from: string,
  to: string,
  more: Partial<PlacedRelation> = {},
): PlacedRelation => ({ id: '', type, from, to, attributes: {}, annotator: null, place: '', ...more })

export const placedText = (
  spans: readonly PlacedSpan[],
  relations: readonly PlacedRelation[] = [],
  entities: readonly FoundEntity[] = [],
  fields: NonNullable<PlacedAnnotations['own']>['fields'] | null = null,
): PlacedAnnotations => ({
  spans,
  relations,
  entities,
  own: fields === null ? null : { uid: null, status: null, source: null, fields },
  units: [],
})
