import { create } from 'zustand'
import type { BatchRow } from '../../shared/contract/batch-methods'
import type { WindowReply } from '../../shared/contract/window-methods'
import { NO_FILTER } from '../../shared/domain/corpus/article-filter'
import type { BatchShelf } from '../../shared/domain/corpus/articles'
import { closeDialog, openDialog, reportFailure } from './app-store'
import { setFilter } from './corpus-store'
import { askEngine } from './engine'
import { followChange } from './follow-change'
import { inOrder } from './gesture-queue'
import { settleGestures } from './settle'

interface BatchState {
  /** The last import that was cut off and can go on; null where there is none, or it was left as it is. */
  readonly cutOff: BatchRow | null
}

export const useBatches = create<BatchState>()(() => ({ cutOff: null }))

const left = new Set<string>()

/** Looks whether an import was cut off. */
export async function refreshCutOff(): Promise<void> {
  const rows = await askEngine('batches.list', { only: 'cut-off' })
  useBatches.setState({ cutOff: rows.find(({ uid }) => !left.has(uid)) ?? null })
}

/** Does not speak of it again until the next start; the list of imports still offers both. */
export function leaveCutOff(uid: string): void {
  left.add(uid)
  useBatches.setState({ cutOff: null })
}

async function attempt(action: () => Promise<unknown>): Promise<boolean> {
  try {
    await action()
    return true
  } catch (error) {
    reportFailure(error)
    return false
  } finally {
    await refreshCutOff().catch(reportFailure)
  }
}

export const setBatch = (uid: string, shelf: BatchShelf): Promise<boolean> =>
  inOrder(async () => followChange(await askEngine('batch.set', { uid, shelf })))

/** Lists what an import brought in, and nothing else. */
export async function showBatch(uid: string): Promise<void> {
  closeDialog()
  await setFilter({ ...NO_FILTER, batches: [uid] })
}

export type UndoAnswer = WindowReply<'batch.undoRefusal'>

/** Why an import cannot be taken back, before anybody is asked whether it shall be. */
export const undoRefusal = async (uid: string): Promise<UndoAnswer> => {
  await settleGestures()
  return askEngine('batch.undoRefusal', { uid })
}

/** Takes an import back; the dialog that comes says how far it is. */
export const undoBatch = (uid: string): Promise<boolean> =>
  attempt(async () => openDialog({ kind: 'job', ...(await askEngine('batch.undo', { uid })) }))

export const continueBatch = (uid: string): Promise<boolean> =>
  attempt(async () => openDialog({ kind: 'job', ...(await askEngine('batch.continue', { uid })) }))
