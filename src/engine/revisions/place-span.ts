import type { ChangeSet } from '../../shared/contract/changes'
import { spanStart, wordsOf } from '../../shared/domain/annotations/annotations'
import { DictumError } from '../../shared/domain/result'
import type { Part } from '../../shared/domain/text/offsets'
import { timestamp } from '../base/clock-and-ids'
import { requireSpan } from '../store/annotations/spans'
import { doGesture } from '../store/history/gesture'
import type { Project } from '../store/project'
import { spansStartingAt } from '../store/rows/annotation-rows'
import { articleText } from '../store/rows/articles'
import { refuseTwin, requireParts } from '../store/rules/span-rules'
import { quotedSpan } from '../store/wording'
import { moveWithLinks } from './follow-links'
import { presentId } from './lineage'

/**
 * Moves a span that was left in an earlier revision to a place in the present one, which a person chose. The links that it
 * lost come back where their other ends are there. Throws not_found, rule_broken.
 */
export const placeSpan = (project: Project, author: string, uid: string, parts: readonly Part[]): ChangeSet =>
  doGesture(project, author, () => {
    const { sql } = project
    const span = requireSpan(project, uid)
    const articleId = presentId(sql, span.articleId)
    if (articleId === span.articleId) {
      throw new DictumError('rule_broken', 'This span is in the present revision already.', uid)
    }
    const article = articleText(sql, articleId)
    requireParts(article.text, parts)
    const at = timestamp(project.clock)
    const { articleId: _, ...rest } = span
    const row = {
      ...rest,
      articleUid: article.uid,
      parts: [...parts],
      words: wordsOf(article.text, parts),
      updatedAt: at,
    }
    refuseTwin(spansStartingAt(sql, articleId, spanStart(row)), row)
    return {
      kind: 'article.place',
      articleId: null,
      summary: `place ${quotedSpan(span)} in the new revision`,
      ops: moveWithLinks(project, articleId, [row], new Set([uid])),
    }
  })
