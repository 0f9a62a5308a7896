import type { Command } from './command'

const COMMON = [
  ['--json', 'print one JSON object on standard output'],
  ['--help', 'print this'],
] as const

const aligned = (rows: readonly (readonly [string, string])[]): string => {
  const width = Math.max(...rows.map(([name]) => name.length))
  return rows.map(([name, meaning]) => `  ${name.padEnd(width)}  ${meaning}\n`).join('')
}

/** What `dictum --help` prints. */
export const overview = (commands: readonly Command[]): string =>
  `dictum: mark who said what, and when, in articles

Usage: dictum COMMAND …

${aligned(commands.map(({ name, summary }) => [name, summary] as const))}
${aligned([...COMMON, ['--version', 'print the version'] as const])}
dictum COMMAND --help tells more of a command.
Exit status: 0 done · 1 done, but something was refused or found wrong · 2 wrong usage · 3 the project cannot be
opened or written.
`

/** What `dictum COMMAND --help` prints. */
export const commandHelp = ({ usage, summary, optionHelp }: Command): string =>
  `${summary}\n\nUsage: dictum ${usage}\n\n${aligned([...optionHelp, ...COMMON])}`
