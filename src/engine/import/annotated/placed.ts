import type { AttributeValue } from '../../../shared/domain/annotations/annotations'
import type { OffsetUnit } from '../../../shared/domain/text/offset-units'
import type { Part } from '../../../shared/domain/text/offsets'
import type { ElsewhereText, FoundEntity, FoundSpan, OwnFacts } from './found-text'

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
  readonly spans: readonly PlacedSpan[]
  readonly relations: readonly PlacedRelation[]
  readonly entities: readonly FoundEntity[]
  readonly own: OwnFacts | null
  /** What its file counts in; null where nothing shows it and nothing depends on it. */
  readonly unit: OffsetUnit | null
  /** Where the text is to be looked for, if it is not in the file: then the text is empty, and parts are those of the article’s. */
  readonly elsewhere: ElsewhereText | null
}
