import type { ChangeSet } from '../../shared/contract/changes'
import { showToast } from './app-store'

/** Says what was done for as long as it can be taken back with one press. */
export function tellUndoable({ eventId, undo }: ChangeSet, message: string): void {
  if (undo.undo?.eventId === eventId) showToast('info', message, { eventId })
}
