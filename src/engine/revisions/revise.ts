import { wordsOf } from '../../shared/domain/annotations/annotations'
import { reAnchorer } from '../../shared/domain/text/re-anchor'
import { timestamp } from '../base/clock-and-ids'
import { doGesture } from '../store/history/gesture'
import type { Op } from '../store/history/ops'
import type { Project } from '../store/project'
import { spansOfArticle } from '../store/rows/annotation-rows'
import type { ArticleFields } from '../store/rows/article-fields'
import { readArticleFields } from '../store/rows/article-fields'
import { articleText } from '../store/rows/articles'
import type { StoredSpan } from '../store/rows/stored-annotations'
import { twinKey } from '../store/rules/span-rules'
import type { Sql } from '../store/sql'
import { countOf, quoted } from '../store/wording'
import { moveWithLinks } from './follow-links'
import { earlierIds, spansIn } from './lineage'

export interface Revised {
  readonly moved: number
  /** Spans that are left in the earlier revisions, for a person to place. */
  readonly left: number
}

/**
 * Puts an article in the place of an earlier revision of it, as one gesture: what is annotated moves to where its words
 * stand now, with its links; what has no certain place stays in the earlier revision, until a person says where it goes.
 * The article may be a still earlier revision, to which a file went back; what was left in it is in its place then.
 */
export function revise(project: Project, author: string, earlierId: number, articleId: number): Revised {
  const { sql } = project
  let revised: Revised = { moved: 0, left: 0 }
  doGesture(project, author, () => {
    const at = timestamp(project.clock)
    const earlier = articleText(sql, earlierId)
    const article = articleText(sql, articleId)
    const { spans, left, apart } = moveSpans(project, earlierId, articleId, article.uid, article.text, at)
    revised = { moved: spans.length, left }
    const fields = readArticleFields(sql, earlier.uid)!
    const ops: Op[] = [
      ...moveWithLinks(project, articleId, spans, apart),
      ...takenOutOfLine(sql, articleId, article.uid),
      { op: 'article.set', uid: earlier.uid, fields: { shelf: 'superseded', shelvedAt: at, updatedAt: at } },
      {
        op: 'article.set',
        uid: article.uid,
        fields: { ...inheritance(fields, at), revises: earlier.uid, updatedAt: at },
      },
    ]
    const rest = left === 0 ? '' : `, ${countOf(left, 'span')} left to place`
    return { kind: 'article.revise', articleId: null, summary: `revise ${quoted(fields.title)}${rest}`, ops }
  })
  return revised
}

/** `apart`: the spans whose links to others were lost when a revision parted them. */
function moveSpans(project: Project, earlierId: number, articleId: number, uid: string, text: string, at: string) {
  const { sql } = project
  const there = spansOfArticle(sql, articleId)
  const spans: StoredSpan[] = []
  const apart = new Set(there.map((span) => span.uid))
  const taken = new Set(there.map(twinKey))
  let left = 0
  const line = [earlierId, ...earlierIds(sql, earlierId)].filter((id) => id !== articleId)
  for (const { articleId: from, text: earlierText, spans: waiting } of spansIn(sql, line)) {
    const anchor = reAnchorer(earlierText, text)
    for (const { articleId: _, ...span } of waiting) {
      const anchored = anchor(span.parts)
      const row = anchored.kind === 'moved' ? { ...span, parts: [...anchored.parts] } : null
      if (row === null || taken.has(twinKey(row))) left++
      else {
        taken.add(twinKey(row))
        if (from !== earlierId) apart.add(span.uid)
        spans.push({ ...row, articleUid: uid, words: wordsOf(text, row.parts), updatedAt: at })
      }
    }
  }
  return { spans, left, apart }
}

/** A revision that comes back leaves its place in the line: what stood upon it stands upon what it stood upon. */
function takenOutOfLine(sql: Sql, articleId: number, articleUid: string): Op[] {
  const revises = readArticleFields(sql, articleUid)?.revises ?? null
  return sql
    .all<{ uid: string }>('SELECT uid FROM article WHERE revises = ? ORDER BY id', articleId)
    .map(({ uid }) => ({ op: 'article.set', uid, fields: { revises } }))
}

/** What a person said of the earlier revision holds for the new one; but what was done is to be looked at again. */
function inheritance(earlier: ArticleFields, at: string): Partial<ArticleFields> {
  const { status, flagged, note, fields, shelf } = earlier
  return {
    status: status === 'done' ? 'in_progress' : status,
    statusChangedAt: at,
    flagged,
    note,
    fields,
    shelf,
    shelvedAt: shelf === 'shown' ? null : at,
  }
}
