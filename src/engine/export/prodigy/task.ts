import { indexUnits, type OffsetUnit } from '../../../shared/domain/text/offset-units'
import { countWhere } from '../../../shared/domain/text/sorted'
import type { EntityReferences } from '../entity-references'
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

/** An article’s line. What Prodigy does not know of, it keeps: `id`, `part`, `attributes`, `entity`, `note`, `annotator`, `origin`. */
export function taskLine(
  { record, spans, relations }: ExportedArticle,
  meta: object,
  unit: OffsetUnit,
  entities: EntityReferences,
): string {
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
  return `{"meta":${JSON.stringify(meta)},"text":${JSON.stringify(text)},${rest},"tokens":${tokensJson(text, tokens, unit)}}`
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

/** What a string of JSON cannot have as it is. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const ESCAPED = /["\\\u0000-\u001f\ud800-\udfff]/

/** By hand: there are hundreds of them in an article, and they are most of the line. */
function tokensJson(text: string, tokens: readonly SpacedToken[], unit: OffsetUnit): string {
  const index = indexUnits(text, unit)
  const isSame = index.length === text.length
  let json = ''
  for (let id = 0; id < tokens.length; id++) {
    const { start, end, ws } = tokens[id]!
    const words = text.slice(start, end)
    const quoted = ESCAPED.test(words) ? JSON.stringify(words) : `"${words}"`
    const from = isSame ? start : index.fromUtf16(start)
    const to = isSame ? end : index.fromUtf16(end)
    json += `${id === 0 ? '' : ','}{"text":${quoted},"start":${from},"end":${to},"id":${id},"ws":${ws}}`
  }
  return `[${json}]`
}
