import type { ParseArgsConfig } from 'node:util'
import type { ErrorCode } from '../shared/domain/result'
import type { Io } from './io'

/** What a command line ends with. */
export const EXIT = {
  done: 0,
  /** Done, but something was refused or found wrong; it is listed. */
  findings: 1,
  usage: 2,
  /** The project cannot be opened or written. */
  project: 3,
} as const

type Options = NonNullable<ParseArgsConfig['options']>
export type Values = Readonly<Record<string, string | boolean | undefined>>

export interface Invocation {
  readonly positionals: readonly string[]
  readonly values: Values
  readonly json: boolean
  readonly io: Io
}

/** One of the words after `dictum`. */
export interface Command {
  readonly name: string
  /** One line for the list of commands. */
  readonly summary: string
  /** What stands after `dictum`. */
  readonly usage: string
  /** A line an option for `--help`. */
  readonly optionHelp: readonly (readonly [option: string, text: string])[]
  readonly options: Options
  readonly positionals: { readonly least: number; readonly most: number }
  /** Whether the second argument is words to look for, which may be none. */
  readonly takesQuery?: boolean
  /** Returns the exit status; throws {@link UsageError}, or a DictumError. */
  run(invocation: Invocation): Promise<number>
}

/** The command line was not understood: exit status 2. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'UsageError'
  }
}

/** The exit status for a failure. */
export function exitStatusOf(code: ErrorCode): number {
  if (code === 'bad_request') return EXIT.usage
  if (code === 'offset_mismatch' || code === 'cancelled') return EXIT.findings
  return EXIT.project
}

/** The value of an option that takes one. */
export function text(values: Values, name: string): string | undefined {
  const value = values[name]
  return typeof value === 'string' ? value : undefined
}
