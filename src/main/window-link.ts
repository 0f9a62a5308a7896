import type { BrowserWindow } from 'electron'
import { CHANNELS } from '../shared/contract/channels'
import type { CommandId } from '../shared/contract/command-ids'
import type { EngineEvent } from '../shared/contract/wire'
import type { EngineHost } from './engine-host'

/** Everything that the main process says to the window. Nothing is said where there is no window. */
export interface WindowLink {
  /** The engine's state, and with `ready` a fresh port to it. */
  sendEngine(): void
  sendEvent(event: EngineEvent): void
  sendCommand(id: CommandId): void
}

export function createWindowLink(current: () => BrowserWindow | null, host: () => EngineHost): WindowLink {
  const contents = () => {
    const window = current()
    return window === null || window.isDestroyed() || window.webContents.isCrashed() ? null : window.webContents
  }
  return {
    sendEngine() {
      const target = contents()
      if (target === null) return
      const port = host().openWindowPort()
      if (port !== null) target.postMessage(CHANNELS.enginePort, null, [port])
      target.send(CHANNELS.engineState, host().state)
    },
    sendEvent: (event) => contents()?.send(CHANNELS.engineEvent, event),
    sendCommand: (id) => contents()?.send(CHANNELS.command, id),
  }
}
