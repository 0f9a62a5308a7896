import type { AppMethod, AppParams, AppReply } from '../../shared/contract/app-methods'
import type { ImportBegun } from '../../shared/contract/jobs'
import type { WindowMethod, WindowParams, WindowReply } from '../../shared/contract/window-methods'
import { unwrap } from '../../shared/domain/result'

/** Asks the engine. Throws a {@link DictumError} where the engine answers with a failure. */
export async function askEngine<M extends WindowMethod>(method: M, params: WindowParams<M>): Promise<WindowReply<M>> {
  return unwrap(await window.dictum.engine.call(method, params))
}

/** Asks the main process (dialogs, settings, recent projects). Throws a {@link DictumError} on a failure. */
export async function askApp<M extends AppMethod>(method: M, params: AppParams<M>): Promise<AppReply<M>> {
  return unwrap(await window.dictum.app.call(method, params))
}

/** Imports what was dropped on the window; null if nothing came of it. Throws a {@link DictumError} on a failure. */
export async function importDropped(files: readonly File[]): Promise<ImportBegun | null> {
  return unwrap(await window.dictum.app.importDropped(files))
}
