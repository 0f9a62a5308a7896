import { create } from 'zustand'
import type { LabelSetPreview } from '../../shared/contract/label-sets'
import type { Attribute, LabelSet, RelationType, SpanLabel } from '../../shared/domain/label-set/label-set'
import type { LabelSetEdit } from '../../shared/domain/label-set/label-set-edit'
import { DictumError } from '../../shared/domain/result'
import { countOf } from '../ui/format'
import { dismissFailures, reportFailure, showToast, useAppStore } from './app-store'
import { askApp, askEngine } from './engine'
import { followChange } from './follow-change'
import { inOrder } from './gesture-queue'
import { saying } from './label-set-work'

/** An edit that waits for a yes, because of what it does to what is annotated. */
export interface PendingEdit {
  readonly title: string
  /** On the button that does it. */
  readonly action: string
  /** Something of the set, or of what is annotated. */
  readonly deletes: boolean
  readonly edit: LabelSetEdit
  readonly preview: LabelSetPreview
}

/** How an edit that touches annotations is asked about. */
export interface Question {
  readonly title: string
  readonly action: string
  /** Something of the set goes away: asked even where nothing is touched. */
  readonly deletes?: boolean
}

/** Whether an edit takes away what is annotated. */
export const losesSome = ({ counts }: LabelSetPreview): boolean =>
  counts.spansRemoved + counts.linksRemoved + counts.valuesRemoved > 0

const CHANGE: Question = { title: 'Change the label set?', action: 'Change it' }

export const usePendingEdit = create<{ readonly pending: PendingEdit | null }>()(() => ({ pending: null }))

export const dropPendingEdit = (): void => usePendingEdit.setState({ pending: null })

function presentLabelSet(): LabelSet {
  const labelSet = useAppStore.getState().project?.labelSet
  if (labelSet === undefined) throw new DictumError('no_project', 'Open a project first.')
  return labelSet
}

/** Does an edit that its user has seen the preview of. */
export const applyEdit = (edit: LabelSetEdit, { counts }: LabelSetPreview): Promise<boolean> =>
  inOrder(async () => {
    const what = counts.spans > 0 ? countOf(counts.spans, 'span') : 'the label set'
    const asked = askEngine('labelset.apply', { edit, allowLoss: true })
    followChange(await saying(`Changing ${what}…`, asked))
  })

/** Does the edit that waits. */
export async function confirmPendingEdit(): Promise<boolean> {
  const { pending } = usePendingEdit.getState()
  dropPendingEdit()
  return pending !== null && (await applyEdit(pending.edit, pending.preview))
}

/**
 * Changes the label set as it is when its turn comes, so that two quick changes never undo one another. What would touch
 * annotations is not done before its preview has been seen.
 */
export const changeLabelSet = (
  change: (labelSet: LabelSet) => LabelSet,
  { title, action, deletes = false }: Question = CHANGE,
): Promise<boolean> =>
  inOrder(async () => {
    const edit = { kind: 'replace', labelSet: change(presentLabelSet()) } as const
    const preview = await saying('Counting what this touches…', askEngine('labelset.preview', { edit }))
    if (preview.changes.length === 0) return
    if (deletes || preview.effects.length > 0) {
      usePendingEdit.setState({ pending: { title, action, deletes: deletes || losesSome(preview), edit, preview } })
    } else followChange(await askEngine('labelset.apply', { edit }))
  })

type Change<T> = (item: T) => T

const changed = <T extends { readonly id: string }>(items: readonly T[], id: string, change: Change<T>): T[] =>
  items.map((item) => (item.id === id ? change(item) : item))

export const changeLabel = (id: string, change: Change<SpanLabel>, question?: Question): Promise<boolean> =>
  changeLabelSet((set) => ({ ...set, labels: changed(set.labels, id, change) }), question)

export const changeRelation = (id: string, change: Change<RelationType>, question?: Question): Promise<boolean> =>
  changeLabelSet((set) => ({ ...set, relations: changed(set.relations, id, change) }), question)

export const changeField = (id: string, change: Change<Attribute>, question?: Question): Promise<boolean> =>
  changeLabelSet((set) => ({ ...set, fields: changed(set.fields, id, change) }), question)

/** Writes the label set to a file of the user's choice. */
export async function exportLabelSet(): Promise<void> {
  try {
    const written = await askApp('labelset.exportFile', {})
    if (written !== null) showToast('info', `The label set was written to ${written.path}.`)
  } catch (error) {
    reportFailure(error)
  }
}

/** Reads a label set from a file of the user's choice, and asks whether to take it. */
export async function importLabelSet(): Promise<void> {
  try {
    const file = await askApp('labelset.importFile', {})
    if (file === null) return
    // what was wrong with another file would lie over the buttons of the question
    dismissFailures()
    const { edit, preview } = await askEngine('labelset.fromJson', { text: file.text }).catch((error: Error) => {
      throw error instanceof DictumError
        ? new DictumError(error.code, `${file.name} was not imported. ${error.message}`)
        : error
    })
    if (preview.changes.length === 0) {
      showToast('info', `${file.name} holds the label set that the project has already.`)
      return
    }
    usePendingEdit.setState({
      pending: {
        title: `Import ${file.name}?`,
        action: 'Replace the label set',
        deletes: losesSome(preview),
        edit,
        preview,
      },
    })
  } catch (error) {
    reportFailure(error)
  }
}
