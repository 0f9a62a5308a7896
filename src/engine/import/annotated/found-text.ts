import type { AttributeValue } from '../../../shared/domain/annotations/annotations'
import type { OffsetUnit } from '../../../shared/domain/text/offset-units'
import type { DecodedText } from '../decode'
import type { FoundMetadata } from '../metadata'

/** An offset as its file has it: in whatever unit that is, and possibly wrong. */
export type RawOffset = number

/** A span as its file has it. */
export interface FoundSpan {
  /** What relations of the same text call it; of its own making where its file has no names. */
  readonly id: string
  readonly label: string
  /** Half open, in the file’s own unit, in the text as the file has it (its own line endings). In any order. */
  readonly parts: readonly (readonly [start: RawOffset, end: RawOffset])[]
  /** What stands there instead of numbers, for messages: then one of the offsets at least is `NaN`. */
  readonly offsetsWritten?: string
  /** What the file says stands there (parts joined by one space); null where it does not say. */
  readonly words: string | null
  /** Of what stands there, as UTF-8 in hex, where the file may not quote all of it. */
  readonly wordsSha256?: string
  /** By the names of the file. */
  readonly attributes: Readonly<Record<string, AttributeValue>>
  /** The id of one of the text’s entities. */
  readonly entity: string | null
  readonly note: string
  /** Whose work it is, where the file says so. */
  readonly annotator: string | null
  /** Kept where it is one of ours; else `imported`. */
  readonly origin: string | null
  /** Where it is a guess of a model and no annotation: it becomes a suggestion, whatever else is imported. */
  readonly guess: { readonly source: string; readonly score: number | null } | null
  /** Where in the file, for the report: `:12` for a line; empty: as the text itself. */
  readonly place: string
}

export interface FoundRelation {
  /** Empty where its file has no name for it. */
  readonly id: string
  readonly type: string
  /** Ids of spans of the same text. */
  readonly from: string
  readonly to: string
  readonly attributes: Readonly<Record<string, AttributeValue>>
  readonly annotator: string | null
  readonly place: string
}

export interface FoundEntity {
  readonly id: string
  readonly name: string
  readonly kind: string
}

/** Words that the file quotes at offsets beside its spans, such as tokens: they show what the offsets count in. */
export interface FoundQuote {
  readonly start: RawOffset
  readonly end: RawOffset
  readonly words: string
}

/** How a text that is not in the file is found among the articles of the project; what is null is not known. */
export interface ElsewhereText {
  readonly uid: string | null
  /** Of the text as UTF-8, or of the article’s file. */
  readonly sha256: string | null
  readonly url: string | null
  readonly source: string | null
}

/** An annotated text as a reader finds it in a file, before anything of it is understood or checked. */
export interface FoundText {
  readonly kind: 'text'
  /** Where in the file: `:12` for a line, else the record’s id or the entry’s path; empty: the file is one text. */
  readonly part: string
  /** The text with its line endings as they are in the file; or where it is instead. */
  readonly text: string | ElsewhereText
  readonly decoded: Pick<DecodedText, 'encoding' | 'bom' | 'confidence' | 'warnings'>
  /** Of the bytes of the file, or of the record’s text; hex. */
  readonly sha256: string
  readonly declared: FoundMetadata
  /** What only a file of ours says: null where it is not said. */
  readonly own: OwnFacts | null
  /** What the file itself says that it counts in; null: it does not say. */
  readonly unit: OffsetUnit | null
  readonly spans: readonly FoundSpan[]
  readonly relations: readonly FoundRelation[]
  readonly entities: readonly FoundEntity[]
  readonly quotes: readonly FoundQuote[]
}

export interface OwnFacts {
  readonly uid: string | null
  readonly status: string | null
  readonly source: string | null
  /** Document fields by name. */
  readonly fields: Readonly<Record<string, AttributeValue>>
  /** Of the article as a whole; left out where the format has no place for one. */
  readonly note?: string
  /** Whether there is more to know of the article than what is said: its day, its language. */
  readonly isPartial?: boolean
  /** Whether the ids of its spans, relations and entities are uids of a project, and no ordinals of its article. */
  readonly hasUids?: boolean
}

/** Something of a file that is not taken, or is taken otherwise than it stands; the rest comes in. */
export interface FoundTrouble {
  readonly kind: 'failure' | 'warning'
  /** Where in the file, as above. */
  readonly part: string
  readonly code: string
  readonly message: string
}
