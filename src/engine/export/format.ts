import type { AttributeValue } from '../../shared/domain/annotations/annotations'
import type { ExportFormatName, Loss } from '../../shared/domain/interchange'
import type { LabelSet } from '../../shared/domain/label-set/label-set'
import type { OffsetUnit } from '../../shared/domain/text/offset-units'
import type { Part } from '../../shared/domain/text/offsets'
import type { ArticleRecord, ExportedEntity } from './articles/article-record'

/** One article with what was chosen of it, ready to be written. */
export interface ExportedArticle {
  readonly record: ArticleRecord
  /** The part of a division that it is in; null where articles are not divided. */
  readonly split: string | null
  /** Document fields by name; null where the label set has none. */
  readonly fields: Readonly<Record<string, AttributeValue>> | null
  /** By start, then end, then uid; each has been checked against the text. */
  readonly spans: readonly ExportedSpan[]
  /** By uid; those only whose ends are both among the spans. */
  readonly relations: readonly ExportedRelation[]
  /** Those that the spans and fields mean, by uid. */
  readonly entities: readonly ExportedEntity[]
}

export interface ExportedSpan {
  readonly uid: string
  /** By name, as all that follows. */
  readonly label: string
  /** In the unit of the export. */
  readonly start: number
  readonly end: number
  readonly parts: readonly (readonly [number, number])[]
  /** The same in UTF-16 code units. */
  readonly utf16: readonly Part[]
  /** The parts’ words, joined by one space. */
  readonly words: string
  readonly attributes: Readonly<Record<string, AttributeValue>>
  readonly entity: string | null
  readonly annotator: string
  readonly origin: string
  readonly note: string
}

export interface ExportedRelation {
  readonly uid: string
  readonly type: string
  readonly from: string
  readonly to: string
  readonly attributes: Readonly<Record<string, AttributeValue>>
  readonly annotator: string
}

/** Where a format writes. Nothing has its name before all is written and checked. */
export interface OutputFiles {
  /** The file that the user named (or the split’s); only in a format whose layout is `file`. */
  main(): Promise<OutputFile>
  /** Another file that belongs to it: `config.xml` stands as `NAME.config.xml` beside NAME.json, `texts/a.txt` as `NAME.texts/a.txt`. */
  beside(suffix: string): Promise<OutputFile>
  /** A file in the folder that the user named, by its path in it with forward slashes; only where the layout is `folder`. */
  file(path: string): Promise<OutputFile>
}

export interface OutputFile {
  /** Its name as other files may refer to it. */
  readonly name: string
  /** Text, or UTF-8 where that is at hand; it may be something else as soon as the call is back. */
  write(text: string | Uint8Array): Promise<void>
  /** Nothing is written to it any more. Files left open are closed at the end; a format of a file an article closes each. */
  close(): Promise<void>
}

export interface ExportContext {
  readonly out: OutputFiles
  /** What offsets are to count in. */
  readonly unit: OffsetUnit
  /** As it was when the export began. */
  readonly labelSet: LabelSet
  /** Label names that were asked for; null: all. */
  readonly labels: readonly string[] | null
  /** Whether the project has any relation, whatever is chosen of it. */
  readonly hasRelations: boolean
  /** Whether what is exported is the work of more than one person, in whichever articles; to be asked once. */
  readonly hasSeveralAnnotators: () => boolean
  readonly projectName: string
  /**
   * `train`, `validation`, `test` where articles are divided, and this writer writes that part; it writes as if alone. Null
   * where they are not divided, and for a format that divides by itself.
   */
  readonly split: string | null
  /** All of them, in order; empty where articles are not divided. */
  readonly splits: readonly string[]
  /** Whether texts are left out: hashes, offsets and short quotes stand for them. Only asked of a format that `canLeaveOutText`. */
  readonly withoutText: boolean
  /** Whether no cell may be taken for a formula; only tables heed it. */
  readonly spreadsheetSafe: boolean
}

/** What became of one article. */
export interface Written {
  readonly spans: number
  readonly relations: number
  /** What the format has no place for, counted. */
  readonly lost: Readonly<Partial<Record<Loss, number>>>
}

export interface ArticleWriter {
  /** In the order of the articles’ uids; memory must not grow with them. */
  write(article: ExportedArticle): Promise<Written>
  end(): Promise<void>
}

/** Reads again what is written. */
export interface Verifier {
  /** Everything is written: what is in the file. */
  end(): Promise<{
    readonly articles: number
    /** Of their uids in order, by a `UidDigest`. */
    readonly uids: string
    /** The first thing that is wrong. */
    readonly problem: string | null
  }>
  /** Nobody needs to know any more. */
  stop(): Promise<void>
}

/** A format that projects are exported to: one file each in this folder, and one line in `formats.ts`. */
export interface ExportFormat {
  readonly name: ExportFormatName
  /** For people: “Prodigy / spaCy JSONL”. */
  readonly title: string
  /** What its readers count in, and what else it may be told to count in. */
  readonly unit: OffsetUnit
  readonly units: readonly OffsetUnit[]
  readonly layout: 'file' | 'folder'
  /** With the dot; of a folder’s articles where it is one. */
  readonly extension: string
  /** Whether its main file is all of it, but for a program to load it; only such a one can be written to standard output. */
  readonly isOneFile?: boolean
  /** Whether it has a place of its own for each split: one writer then gets all articles, and asks each for its split. */
  readonly keepsSplits?: boolean
  /** Whether it has a variant for texts that may not be handed on. */
  readonly canLeaveOutText?: boolean
  /**
   * Begins to read a main file again, which is made already and is still written to. Without it, spans are checked only before
   * they are written.
   */
  readonly verify?: (path: string) => Promise<Verifier>
  start(context: ExportContext): Promise<ArticleWriter>
}
