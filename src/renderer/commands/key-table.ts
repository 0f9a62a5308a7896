import type { Shortcuts } from '../../shared/domain/shortcuts'

interface HasKeys {
  readonly id: string
  readonly defaultKeys: readonly string[]
}

/** Who has which key at present. */
export interface KeyTable<C extends HasKeys> {
  /** The command that a key runs. */
  readonly byKey: ReadonlyMap<string, C>
  /** The keys of a command that do reach it; the first one is shown. */
  keysOf(id: string): readonly string[]
}

/**
 * Gives every key to one command: to the one whose own key the user has made it, else to the first that has it by
 * default. So a command that comes with a later version never takes a key that the user has given away.
 */
export function keyTable<C extends HasKeys>(commands: readonly C[], shortcuts: Shortcuts): KeyTable<C> {
  const byKey = new Map<string, C>()
  const give = (command: C, combos: readonly string[]) => {
    for (const combo of combos) if (!byKey.has(combo)) byKey.set(combo, command)
  }
  for (const command of commands) give(command, shortcuts[command.id] ?? [])
  for (const command of commands) if (shortcuts[command.id] === undefined) give(command, command.defaultKeys)
  const keys = new Map(
    commands.map((command) => [
      command.id,
      (shortcuts[command.id] ?? command.defaultKeys).filter((combo) => byKey.get(combo)?.id === command.id),
    ]),
  )
  return { byKey, keysOf: (id) => keys.get(id) ?? [] }
}
