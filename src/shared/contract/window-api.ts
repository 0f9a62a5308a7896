import type { Result } from '../domain/result'
import type { AppMethod, AppParams, AppReply } from './app-methods'
import type { ImportBegun } from './jobs'
import type { WindowMethod, WindowParams, WindowReply } from './window-methods'
import type { EngineEvent, EngineState } from './wire'

export type Disposer = () => void

/** `window.dictum`: all that the preload script gives to the renderer. Nothing here rejects; failures are data. */
export interface DictumApi {
  readonly engine: {
    call<M extends WindowMethod>(method: M, params: WindowParams<M>): Promise<Result<WindowReply<M>>>
    onEvent(listener: (event: EngineEvent) => void): Disposer
    /** Called at once with the present state, then with every change. */
    onState(listener: (state: EngineState) => void): Disposer
  }
  readonly app: {
    call<M extends AppMethod>(method: M, params: AppParams<M>): Promise<Result<AppReply<M>>>
    /** Imports what was dropped on the window; null if the user cancelled, or nothing dropped was a file. */
    importDropped(files: readonly File[]): Promise<Result<ImportBegun | null>>
    /** A menu item was chosen; commands are named in `command-ids.ts`. */
    onCommand(listener: (commandId: string) => void): Disposer
  }
  readonly platform: string
}

declare global {
  interface Window {
    readonly dictum: DictumApi
  }
}
