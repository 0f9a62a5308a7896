import type { Revisions, SpanToPlace } from '../../shared/contract/revision-methods'
import type { Span } from '../../shared/domain/annotations/annotations'
import type { Part } from '../../shared/domain/text/offsets'
import { type ReAnchor, reAnchorer } from '../../shared/domain/text/re-anchor'
import { articleText } from '../store/rows/articles'
import { partsProblem } from '../store/rules/span-rules'
import type { Sql } from '../store/sql'
import { earlierIds, presentId, spansIn } from './lineage'

const CONTEXT = 48

/** The revisions of an article, and the spans that none of them could pass on. */
export function revisionsOf(sql: Sql, articleId: number): Revisions {
  const present = presentId(sql, articleId)
  const { text } = articleText(sql, articleId)
  return {
    presentId: present === articleId ? null : present,
    earlier: earlierIds(sql, articleId).map(
      (id) =>
        sql.get<Revisions['earlier'][number]>(
          'SELECT id AS articleId, title, created_at AS importedAt FROM article WHERE id = ?',
          id,
        )!,
    ),
    toPlace: spansIn(sql, earlierIds(sql, articleId)).flatMap((earlier) => {
      const anchor = reAnchorer(earlier.text, text)
      return earlier.spans.map((span) => toPlace(span, earlier.text, text, anchor))
    }),
  }
}

function toPlace(span: Span, before: string, after: string, anchor: ReAnchor): SpanToPlace {
  const anchored = anchor(span.parts)
  const places = anchored.kind === 'moved' ? [anchored.parts] : anchored.candidates
  return {
    uid: span.uid,
    labelId: span.labelId,
    ...inContext(before, span.parts),
    places: places
      .filter((parts) => partsProblem(after, parts) === null)
      .map((parts) => ({ parts: [...parts], ...inContext(after, parts) })),
  }
}

/** Words with some of what stands around them, on one line. */
function inContext(text: string, parts: readonly Part[]) {
  const [start, end] = [parts[0]![0], parts[parts.length - 1]![1]]
  const line = (piece: string) => piece.replace(/\s+/gu, ' ')
  return {
    left: line(text.slice(Math.max(0, start - CONTEXT), start).replace(/^\S*\s/u, '')),
    words: line(text.slice(start, end)),
    right: line(text.slice(end, end + CONTEXT).replace(/\s\S*$/u, '')),
  }
}
