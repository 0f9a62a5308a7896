/** Names of the messages between the main process and the preload script. */
export const CHANNELS = {
  /** Window → main: one of `APP_METHODS`. */
  app: 'app',
  /** Window → main: absolute paths that were dropped. */
  importDropped: 'import-dropped',
  /** Window → main: the preload script listens; send it the engine's port and state. */
  engineConnect: 'engine-connect',
  /** Main → window: a port to the engine. */
  enginePort: 'engine-port',
  /** Main → window: an `EngineState`. After `ready` the last port is good. */
  engineState: 'engine-state',
  /** Main → window: an `EngineEvent` that no engine sends, because it died. */
  engineEvent: 'engine-event',
  /** Main → window: a menu item was chosen. */
  command: 'command',
} as const
