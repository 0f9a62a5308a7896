import { wordsOf } from '../../shared/domain/annotations'
import { reAnchorer } from '../../shared/domain/re-anchor'
import { timestamp } from '../clock-and-ids'
import type { Project } from '../project/project'
import type { ArticleFields } from '../store/article-fields'
import { readArticleFields } from '../store/article-fields'
import { articleText } from '../store/articles'
import { doGesture } from '../store/gesture'
import type { Op } from '../store/ops'
import type { StoredSpan } from '../store/stored-annotations'
import { countOf, quoted } from '../store/wording'
import { moveWithLinks } from './follow-links'
import { spansLeft } from './lineage'

export interface Revised {
  readonly moved: number
  /** Spans that are left in the earlier revisions, for a person to place. */
  readonly left: number
}

/**
 * Puts an article in the place of an earlier revision of it, as one gesture: what is annotated moves to where its words
 * stand now, with its links; what has no certain place stays in the earlier revision, until a person says where it goes.
 */
export function revise(project: Project, author: string, earlierId: number, articleId: number): Revised {
  const { sql } = project
  let revised: Revised = { moved: 0, left: 0 }
  doGesture(project, author, () => {
    const at = timestamp(project.clock)
    const earlier = articleText(sql, earlierId)
    const article = articleText(sql, articleId)
    const { spans, left, leftBefore } = moveSpans(project, earlierId, articleId, article.uid, article.text, at)
    revised = { moved: spans.length, left }
    const fields = readArticleFields(sql, earlier.uid)!
    const ops: Op[] = [
      ...moveWithLinks(project, articleId, spans, leftBefore),
      { op: 'article.set', uid: earlier.uid, fields: { shelf: 'superseded', shelvedAt: at, updatedAt: at } },
      { op: 'article.set', uid: article.uid, fields: { ...inheritance(fields, at), updatedAt: at } },
    ]
    const rest = left === 0 ? '' : `, ${countOf(left, 'span')} left to place`
    return { kind: 'article.revise', articleId: null, summary: `revise ${quoted(fields.title)}${rest}`, ops }
  })
  return revised
}

function moveSpans(project: Project, earlierId: number, articleId: number, uid: string, text: string, at: string) {
  const spans: StoredSpan[] = []
  const leftBefore = new Set<string>()
  let left = 0
  for (const { articleId: from, text: earlierText, spans: waiting } of spansLeft(project.sql, articleId)) {
    const anchor = reAnchorer(earlierText, text)
    for (const { articleId: _, ...span } of waiting) {
      const anchored = anchor(span.parts)
      if (anchored.kind === 'unsure') left++
      else {
        const parts = [...anchored.parts]
        if (from !== earlierId) leftBefore.add(span.uid)
        spans.push({ ...span, articleUid: uid, parts, words: wordsOf(text, parts), updatedAt: at })
      }
    }
  }
  return { spans, left, leftBefore }
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
