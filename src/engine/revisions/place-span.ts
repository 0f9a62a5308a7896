import type { ChangeSet } from '../../shared/contract/changes'
import { spanStart, wordsOf } from '../../shared/domain/annotations'
import type { Part } from '../../shared/domain/offsets'
import { DictumError } from '../../shared/domain/result'
import { timestamp } from '../clock-and-ids'
import type { Project } from '../project/project'
import { spansStartingAt } from '../store/annotation-rows'
import { articleText } from '../store/articles'
import { doGesture } from '../store/gesture'
import { refuseTwin, requireParts } from '../store/span-rules'
import { requireSpan } from '../store/spans'
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
