import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { CHANNELS } from '../shared/contract/channels'
import type { DictumApi } from '../shared/contract/window-api'
import type { EngineEvent, EngineState } from '../shared/contract/wire'
import { fail, type Result } from '../shared/domain/result'
import { createEngineLink } from './engine-link'
import { createListeners } from './listeners'
import { isAppMethod, isEngineMethod } from './method-names'

const engine = createEngineLink()
const commands = createListeners<string>()

ipcRenderer.on(CHANNELS.enginePort, ({ ports: [port] }) => {
  if (port !== undefined) engine.setPort(port)
})
ipcRenderer.on(CHANNELS.engineState, (_event, state: EngineState) => engine.setState(state))
ipcRenderer.on(CHANNELS.engineEvent, (_event, event: EngineEvent) => engine.tellEvent(event))
ipcRenderer.on(CHANNELS.command, (_event, id: string) => commands.tell(id))
ipcRenderer.send(CHANNELS.engineConnect)

const unknownMethod = (): Promise<Result<never>> =>
  Promise.resolve(fail('bad_request', 'There is no such method for the window.'))

/** The main process answers with a Result; a throw here means that it could not be reached. */
async function ask<T>(channel: string, ...values: unknown[]): Promise<Result<T>> {
  try {
    return (await ipcRenderer.invoke(channel, ...values)) as Result<T>
  } catch (error) {
    return fail('internal', 'Something went wrong inside Dictum; the log file says what.', String(error))
  }
}

/** The absolute path of a dropped file; null for what is no file on the disk, such as dragged text. */
function pathOf(file: File): string | null {
  try {
    return webUtils.getPathForFile(file) || null
  } catch {
    return null
  }
}

// Each function checks its method's name; the reply's type follows from the contract, which the answering side keeps.
const api: DictumApi = {
  engine: {
    call: (method, params) =>
      isEngineMethod(method) ? (engine.call(method, params) as Promise<Result<never>>) : unknownMethod(),
    onEvent: engine.onEvent,
    onState: engine.onState,
  },
  app: {
    call: (method, params) => (isAppMethod(method) ? ask<never>(CHANNELS.app, method, params) : unknownMethod()),
    importDropped: (files) =>
      ask(
        CHANNELS.importDropped,
        files.map(pathOf).filter((path) => path !== null),
      ),
    onCommand: commands.add,
  },
  platform: process.platform,
}

contextBridge.exposeInMainWorld('dictum', api)
