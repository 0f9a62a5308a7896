import type { LabelSet } from '../../../../shared/domain/label-set/label-set'
import { describeChanges } from '../../../../shared/domain/label-set/label-set-changes'
import { appendNote } from '../../../store/history/events'
import type { Op } from '../../../store/history/ops'
import type { Project } from '../../../store/project'
import { readStoredLabelSet, type StoredLabelSet, writeLabelSet } from '../../../store/rows/label-set'

const TOLD = 4

/** What a transaction of an import adds to the project beside its articles, for the history: labels and entities. */
export class LabelSetNote {
  readonly #project: Project
  readonly #author: string
  #before: { readonly stored: StoredLabelSet; readonly labelSet: LabelSet } | null = null

  constructor(project: Project, author: string) {
    this.#project = project
    this.#author = author
  }

  write(labelSet: LabelSet): void {
    const { sql } = this.#project
    this.#before ??= { stored: readStoredLabelSet(sql), labelSet: this.#project.labelSet }
    writeLabelSet(sql, labelSet)
  }

  append(entities: readonly Op[]): void {
    const before = this.#before
    this.#before = null
    if (before === null && entities.length === 0) return
    const ops: Op[] = []
    const inverse: Op[] = []
    const told: string[] = []
    if (before !== null) {
      ops.push({ op: 'labelset.put', definition: readStoredLabelSet(this.#project.sql) })
      inverse.push({ op: 'labelset.put', definition: before.stored })
      told.push(...describeChanges(before.labelSet, this.#project.labelSet))
    }
    ops.push(...entities)
    for (const op of [...entities].reverse()) {
      if (op.op === 'entity.put') inverse.push({ op: 'entity.remove', uid: op.row.uid })
    }
    if (entities.length > 0) told.push(`add ${entities.length} ${entities.length === 1 ? 'entity' : 'entities'}`)
    const more = told.length > TOLD ? ` and ${told.length - TOLD} more changes` : ''
    appendNote(this.#project, {
      author: this.#author,
      kind: before === null ? 'import.entities' : 'labelset.import',
      articleId: null,
      summary: `${told.slice(0, TOLD).join(', ')}${more}, for an import`,
      ops,
      inverse,
    })
  }

  forget(): void {
    this.#before = null
  }
}
