import type { ChangeSet } from '../../../shared/contract/changes'
import type { BatchShelf } from '../../../shared/domain/corpus/articles'
import { DictumError } from '../../../shared/domain/result'
import { doGesture } from '../history/gesture'
import type { Project } from '../project'
import { findBatch, sourcesOf } from '../rows/batch-list'
import { quoted } from '../wording'

const VERBS: Readonly<Record<BatchShelf, string>> = { shown: 'show', hidden: 'hide', archived: 'archive' }

/** Hides a batch, archives it, or shows it again, as one gesture. Throws not_found, rule_broken. */
export const setBatch = (project: Project, author: string, uid: string, shelf: BatchShelf): ChangeSet =>
  doGesture(project, author, () => {
    const batch = findBatch(project.sql, uid)
    if (batch.state === 'running') {
      throw new DictumError('rule_broken', 'This import is still running. Wait for its end, or cancel it.')
    }
    if (batch.undone_at !== null) throw new DictumError('rule_broken', 'This import was taken back.')
    return {
      kind: 'batch.set',
      articleId: null,
      summary: `${VERBS[shelf]} the import of ${quoted(sourcesOf(batch).join(', '))}`,
      ops: batch.shelf === shelf ? [] : [{ op: 'batch.set', uid, shelf }],
    }
  })
