import type { AttributeValue } from '../../../../shared/domain/annotations/annotations'
import type { OffsetUnit } from '../../../../shared/domain/text/offset-units'
import type { Part } from '../../../../shared/domain/text/offsets'
import type { ElsewhereText, FoundEntity, FoundSpan, FoundText, OwnFacts } from '../found-text'

/** A span that stands in its article’s text, with its words where the file quotes them. Labels and attributes by the names of the file. */
export interface PlacedSpan
  extends Pick<
    FoundSpan,
    'id' | 'label' | 'attributes' | 'entity' | 'note' | 'annotator' | 'origin' | 'guess' | 'place'
  > {
  /** UTF-16 code units of the text as it is stored; sound by the rules of the project. */
  readonly parts: readonly Part[]
}

export interface PlacedRelation {
  /** Empty where its file has no name for it. */
  readonly id: string
  readonly type: string
  /** Ids of spans that are there. */
  readonly from: string
  readonly to: string
  readonly attributes: Readonly<Record<string, AttributeValue>>
  readonly annotator: string | null
  readonly place: string
}

/** All that is imported with one text. What could not be placed was told already. */
export interface PlacedAnnotations {
  /** In the order of the file; no two of one label, place and annotator, nor of one id. */
  readonly spans: readonly PlacedSpan[]
  readonly relations: readonly PlacedRelation[]
  readonly entities: readonly FoundEntity[]
  readonly own: OwnFacts | null
  /**
   * All units in which the offsets lead to these places, the one that the file is taken to count in first. Empty where
   * there are no spans.
   */
  readonly units: readonly OffsetUnit[]
}

/** What is known of the unit of a format’s offsets before any words are looked at. */
export interface KnownUnits {
  /** What the person says; it goes before all. */
  readonly forced: OffsetUnit | null
  /** By the documentation of the format. */
  readonly documented: OffsetUnit
}

/** Annotations of a text that is not in their file: they are placed once it is found in the project. */
export interface ElsewhereAnnotations extends FoundText {
  readonly text: ElsewhereText
}
