import { listNow } from './corpus-store'
import { askEngine } from './engine'
import { followChange } from './follow-change'
import { inOrder } from './gesture-queue'
import { tellUndoable } from './tell-undoable'

/** Keeps the present list under a name; one of that name is replaced. */
export const saveSearch = (name: string): Promise<boolean> =>
  inOrder(async () => followChange(await askEngine('savedSearch.save', { name, list: listNow() })))

export const renameSearch = (uid: string, name: string): Promise<boolean> =>
  inOrder(async () => followChange(await askEngine('savedSearch.rename', { uid, name })))

export const removeSearch = (uid: string, name: string): Promise<boolean> =>
  inOrder(async () => {
    const change = await askEngine('savedSearch.remove', { uid })
    followChange(change)
    tellUndoable(change, `Deleted the search “${name}”`)
  })
