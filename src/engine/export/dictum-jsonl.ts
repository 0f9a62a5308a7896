import { type AttributeValue, PART_JOINT, type Relation, type Span } from '../../shared/domain/annotations/annotations'
import type { ExtraValue } from '../../shared/domain/corpus/found-metadata'
import { indexCodePoints } from '../../shared/domain/text/code-points'
import { partsProblem } from '../store/rules/span-rules'
import type { ArticleRecord, ExportedEntity } from './article-record'
import type { Names } from './names'

export const DICTUM_JSONL = 'dictum-jsonl/1'

/** One line of a `dictum-jsonl/1` file, with its keys in order. Offsets are code points, half open. */
export interface DictumLine {
  readonly schema: typeof DICTUM_JSONL
  readonly id: string
  readonly text: string
  readonly offset_unit: 'codepoint'
  readonly meta: DictumMeta
  readonly spans: readonly DictumSpan[]
  readonly relations: readonly Readonly<Record<string, unknown>>[]
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

export interface LineInput {
  readonly article: ArticleRecord
  readonly spans: readonly Span[]
  readonly relations: readonly Relation[]
  readonly entitiesOf: (uids: readonly string[]) => readonly ExportedEntity[]
  readonly names: Names
}

export interface BuiltLine {
  readonly line: DictumLine
  /** Spans whose words do not stand at their offsets; they are not in the line. */
  readonly refused: readonly { readonly span: string; readonly message: string }[]
  /** Relations whose ends are not both in the line. */
  readonly lostRelations: number
}

/** Builds the line of one article; a span that does not match the text is left out and named. */
export function buildLine(input: LineInput): BuiltLine {
  const { article, names } = input
  const index = indexCodePoints(article.text)
  const refused: { span: string; message: string }[] = []
  const spans: DictumSpan[] = []
  const entityUids = new Set(names.entities(null, article.fields))
  for (const span of input.spans) {
    const problem = wordsProblem(article.text, span)
    if (problem !== null) {
      refused.push({ span: span.uid, message: problem })
      continue
    }
    const parts = span.parts.map(([start, end]) => [index.fromUtf16(start), index.fromUtf16(end)] as const)
    if (span.entityUid !== null) entityUids.add(span.entityUid)
    for (const uid of names.entities(span.labelId, span.attributes)) entityUids.add(uid)
    spans.push({
      id: span.uid,
      label: names.label(span.labelId),
      start: parts[0]![0],
      end: parts.at(-1)![1],
      text: span.words,
      parts,
      attributes: names.attributes(span.labelId, span.attributes),
      entity: span.entityUid,
      annotator: span.author,
      origin: span.origin,
    })
  }
  const fields = names.fields(article.fields)
  spans.sort((a, b) => a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1))
  const present = new Set(spans.map(({ id }) => id))
  const kept = input.relations.filter(({ fromUid, toUid }) => present.has(fromUid) && present.has(toUid))
  return {
    line: {
      schema: DICTUM_JSONL,
      id: article.uid,
      text: article.text,
      offset_unit: 'codepoint',
      meta: {
        title: article.title,
        published_on: article.publishedOn,
        lang: article.lang,
        source: article.source,
        sha256: article.sha256,
        status: article.status,
        ...(article.said ?? {}),
        ...(fields === null ? {} : { fields }),
      },
      spans,
      relations: kept.map((relation) => ({
        id: relation.uid,
        type: names.relationType(relation.typeId),
        from: relation.fromUid,
        to: relation.toUid,
        attributes: relation.attributes,
        annotator: relation.author,
      })),
      entities: input.entitiesOf([...entityUids]).map(({ uid, name, kind }) => ({ id: uid, name, kind })),
    },
    refused,
    lostRelations: input.relations.length - kept.length,
  }
}

/** Why a stored span does not fit its article's text, or null if it does. */
export function wordsProblem(text: string, span: Pick<Span, 'parts' | 'words'>): string | null {
  const problem = partsProblem(text, span.parts)
  if (problem !== null) return problem
  const found = span.parts.map(([start, end]) => text.slice(start, end)).join(PART_JOINT)
  return found === span.words ? null : `The text says “${found}” where the span says “${span.words}”.`
}
