import { countWhere } from '../../../shared/domain/text/sorted'
import type { EntityReferences } from '../common/entity-references'
import type { ExportedArticle, ExportedSpan } from '../format'
import { type SpacedToken, spacedTokens } from './spaced-tokens'

interface Edges {
  readonly start: number
  readonly end: number
  readonly token_start: number
  /** Inclusive. */
  readonly token_end: number
  readonly label: string
}

/** An article’s line up to its tokens, and these. What Prodigy does not know of, it keeps: `id`, `part`, `attributes`, `entity`, `note`, `annotator`, `origin`. */
export function taskLine(
  { record, spans, relations }: ExportedArticle,
  meta: object,
  entities: EntityReferences,
): { readonly head: string; readonly tokens: readonly SpacedToken[] } {
  const { text } = record
  const tokens = spacedTokens(
    text,
    spans.flatMap(({ utf16 }) => utf16),
  )
  const ids = new Map(spans.map(({ uid }, index) => [uid, index + 1]))
  const edges = new Map(spans.map((span) => [span.uid, edgesOf(span, tokens)]))
  const marked = spans.flatMap((span) => spanObjects(span, ids.get(span.uid)!, edges.get(span.uid)!, text, entities))
  const links = relations.map(({ type, from, to, attributes, annotator }) => {
    const [head, child] = [edges.get(from)![0]!, edges.get(to)![0]!]
    return {
      head: head.token_end,
      child: child.token_end,
      head_span: head,
      child_span: child,
      label: type,
      head_id: ids.get(from),
      child_id: ids.get(to),
      ...(Object.keys(attributes).length === 0 ? {} : { attributes }),
      annotator,
    }
  })
  const rest = `"spans":${JSON.stringify(marked)},"relations":${JSON.stringify(links)},"answer":"accept"`
  return { head: `{"meta":${JSON.stringify(meta)},"text":${JSON.stringify(text)},${rest},"tokens":`, tokens }
}

/** Of each part; all tokens are whole ones within it. */
function edgesOf({ label, parts, utf16 }: ExportedSpan, tokens: readonly SpacedToken[]): Edges[] {
  return parts.map(([start, end], at) => {
    const [from, to] = utf16[at]!
    return {
      start,
      end,
      token_start: countWhere(tokens.length, (n) => tokens[n]!.start < from),
      token_end: countWhere(tokens.length, (n) => tokens[n]!.end <= to) - 1,
      label,
    }
  })
}

/** One for each part, with the same `id`. */
function spanObjects(
  span: ExportedSpan,
  id: number,
  edges: readonly Edges[],
  text: string,
  entities: EntityReferences,
): object[] {
  const { label, attributes, note, annotator, origin, utf16 } = span
  const values = entities.ofSpan(label, attributes)
  const entity = entities.idOf(span.entity)
  return edges.map((edge, at) => ({
    ...edge,
    text: text.slice(...utf16[at]!),
    id,
    ...(edges.length === 1 ? {} : { part: at + 1 }),
    ...(Object.keys(values).length === 0 ? {} : { attributes: values }),
    ...(entity === null ? {} : { entity }),
    ...(note === '' ? {} : { note }),
    annotator,
    origin,
  }))
}
