import type { Shortcuts } from '../../shared/domain/shortcuts'

interface HasKeys {
  readonly id: string
  readonly keys: readonly string[]
  readonly defaultKeys: readonly string[]
}

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((combo, index) => combo === b[index])

/** The shortcuts with these keys for a command; none of their own where these are its defaults. */
function withKeys(shortcuts: Shortcuts, { id, defaultKeys }: HasKeys, keys: readonly string[]): Shortcuts {
  const { [id]: _, ...others } = shortcuts
  return isSame(keys, defaultKeys) ? others : { ...others, [id]: keys }
}

/** Takes combos from every other command that has them at present. */
function takenFromOthers(shortcuts: Shortcuts, commands: readonly HasKeys[], id: string, combos: readonly string[]) {
  return commands
    .filter((other) => other.id !== id && other.keys.some((combo) => combos.includes(combo)))
    .reduce(
      (changed, other) =>
        withKeys(
          changed,
          other,
          other.keys.filter((combo) => !combos.includes(combo)),
        ),
      shortcuts,
    )
}

/** A further key for a command, taken from whichever had it. */
export function addKey(shortcuts: Shortcuts, commands: readonly HasKeys[], command: HasKeys, combo: string): Shortcuts {
  const taken = takenFromOthers(shortcuts, commands, command.id, [combo])
  return withKeys(taken, command, [...command.keys.filter((key) => key !== combo), combo])
}

export const removeKey = (shortcuts: Shortcuts, command: HasKeys, combo: string): Shortcuts =>
  withKeys(
    shortcuts,
    command,
    command.keys.filter((key) => key !== combo),
  )

/** A command's default keys again, also those that another has been given meanwhile. */
export const resetKeys = (shortcuts: Shortcuts, commands: readonly HasKeys[], command: HasKeys): Shortcuts =>
  withKeys(takenFromOthers(shortcuts, commands, command.id, command.defaultKeys), command, command.defaultKeys)
