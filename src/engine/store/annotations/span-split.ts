import type { ChangeSet } from '../../../shared/contract/changes'
import { type Span, spanEnd, spanStart, wordsOf } from '../../../shared/domain/annotations/annotations'
import { DictumError } from '../../../shared/domain/result'
import type { Part } from '../../../shared/domain/text/offsets'
import { withinParts } from '../../../shared/domain/text/span-parts'
import { timestamp } from '../../base/clock-and-ids'
import { doGesture } from '../history/gesture'
import { type Op, storedRelation, storedSpan } from '../history/ops'
import type { Project } from '../project'
import { relationsOfSpan, spansStartingAt } from '../rows/annotation-rows'
import { articleText } from '../rows/articles'
import { refuseTwin, requireParts } from '../rules/span-rules'
import { countOf, quotedSpan } from '../wording'
import { requireSpan } from './spans'

/**
 * Makes two spans of one. Both have its label, attributes, entity and note, and all that it is linked to; what is linked
 * to it stays with the first, which is the span itself. Throws not_found, rule_broken.
 */
export const splitSpan = (
  project: Project,
  author: string,
  uid: string,
  first: readonly Part[],
  second: readonly Part[],
): ChangeSet =>
  doGesture(project, author, () => {
    const { sql, clock } = project
    const span = requireSpan(project, uid)
    const { text } = articleText(sql, span.articleId)
    requireParts(text, first)
    requireParts(text, second)
    const at = timestamp(clock)
    const kept: Span = { ...span, parts: [...first], words: wordsOf(text, first), updatedAt: at }
    const added: Span = {
      ...span,
      uid: clock.uid(),
      parts: [...second],
      words: wordsOf(text, second),
      author,
      origin: 'manual',
      createdAt: at,
      updatedAt: at,
    }
    if (spanEnd(kept) > spanStart(added) || !withinParts([...first, ...second], span.parts)) {
      throw new DictumError('rule_broken', 'The two halves must follow one another inside the span.')
    }
    for (const half of [kept, added]) refuseTwin(spansStartingAt(sql, span.articleId, spanStart(half)), half)
    const relations = relationsOfSpan(sql, uid)
    const leaving = relations.filter(({ fromUid }) => fromUid === uid)
    const copies: Op[] = leaving.map((relation) => ({
      op: 'relation.put',
      row: { ...storedRelation(relation), uid: clock.uid(), fromUid: added.uid, author, createdAt: at, updatedAt: at },
    }))
    return {
      kind: 'span.split',
      articleId: span.articleId,
      summary: `split ${quotedSpan(span)} before ${quotedSpan(added)}`,
      ops: [{ op: 'span.put', row: storedSpan(sql, kept) }, { op: 'span.put', row: storedSpan(sql, added) }, ...copies],
      note: linksNote(leaving.length, relations.length - leaving.length),
    }
  })

function linksNote(leaving: number, arriving: number): string | null {
  const sentences = [
    leaving > 0 && `Both halves have its ${countOf(leaving, 'link')}.`,
    arriving > 0 && `${countOf(arriving, 'link')} to it stayed with the first half.`,
  ].filter((sentence) => sentence !== false)
  return sentences.length === 0 ? null : sentences.join(' ')
}
