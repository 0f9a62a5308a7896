import type { AttributeValue } from '../../../../shared/domain/annotations/annotations'
import type { FoundEntity, FoundRelation, FoundSpan, FoundTrouble } from '../found-text'

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** A span to which lines further down may add attributes, a note, an entity. */
export type DraftSpan = Mutable<Omit<FoundSpan, 'attributes'>> & { attributes: Record<string, AttributeValue> }
export type DraftRelation = Mutable<Omit<FoundRelation, 'attributes'>> & { attributes: Record<string, AttributeValue> }

/** What is read of one text as long as more of it may come. */
export interface Draft {
  readonly spans: DraftSpan[]
  readonly relations: DraftRelation[]
  readonly entities: FoundEntity[]
  readonly troubles: FoundTrouble[]
}

export const newDraft = (): Draft => ({ spans: [], relations: [], entities: [], troubles: [] })

export const draftSpan = (
  span: Pick<DraftSpan, 'id' | 'label' | 'parts' | 'words' | 'place'> & Partial<DraftSpan>,
): DraftSpan => ({
  entity: null,
  note: '',
  annotator: null,
  origin: null,
  guess: null,
  ...span,
  // no prototype: an attribute may be called anything
  attributes: Object.assign(Object.create(null), span.attributes),
})

export const draftRelation = (
  relation: Pick<DraftRelation, 'type' | 'from' | 'to' | 'place'> & Partial<DraftRelation>,
): DraftRelation => ({
  id: '',
  annotator: null,
  ...relation,
  attributes: Object.assign(Object.create(null), relation.attributes),
})

/** An attribute that is there already has both values then. */
export function addValue(attributes: Record<string, AttributeValue>, name: string, value: AttributeValue): void {
  const before = attributes[name]
  if (before === undefined) attributes[name] = value
  else attributes[name] = [before, value].flat().map(String)
}

/** One note a line. */
export const addNote = (span: DraftSpan, note: string): void => {
  span.note = span.note === '' ? note : `${span.note}\n${note}`
}
