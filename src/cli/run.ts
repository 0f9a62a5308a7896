import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { version } from '../../package.json'
import { toAppError } from '../engine/base/errors'
import { DictumError } from '../shared/domain/result'
import { type Command, EXIT, exitStatusOf, UsageError, type Values } from './command'
import { annotateOnceCommand } from './commands/annotate-once'
import { backupCommand } from './commands/backup'
import { backupsCommand } from './commands/backups'
import { checkCommand } from './commands/check'
import { concordanceCommand } from './commands/concordance'
import { copiesCommand } from './commands/copies'
import { exportCommand } from './commands/export'
import { importCommand } from './commands/import'
import { labelsCommand } from './commands/labels'
import { lintCommand } from './commands/lint'
import { newCommand } from './commands/new'
import { preannotateCommand } from './commands/preannotate'
import { restoreCommand } from './commands/restore'
import { searchCommand } from './commands/search'
import { splitsCommand } from './commands/splits'
import { statsCommand } from './commands/stats'
import { commandHelp, overview } from './help'
import type { Io } from './io'

const COMMANDS: readonly Command[] = [
  newCommand,
  importCommand,
  exportCommand,
  splitsCommand,
  labelsCommand,
  searchCommand,
  concordanceCommand,
  copiesCommand,
  annotateOnceCommand,
  preannotateCommand,
  statsCommand,
  checkCommand,
  lintCommand,
  backupCommand,
  backupsCommand,
  restoreCommand,
]

/** Runs one command line (`argv` without the program's name) and returns its exit status. Does not throw. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const json = argv.includes('--json')
  const command = COMMANDS.find(({ name }) => name === argv[0])
  try {
    return command ? await runCommand(command, argv.slice(1), io) : runWithout(argv, io)
  } catch (error) {
    if (error instanceof UsageError) {
      const hint = command ? `dictum ${command.name} --help` : 'dictum --help'
      if (json) io.out(`${JSON.stringify({ error: { code: 'usage', message: error.message } })}\n`)
      io.err(`dictum: ${error.message}\nSee: ${hint}\n`)
      return EXIT.usage
    }
    const { code, message, detail } = toAppError(error)
    if (json) io.out(`${JSON.stringify({ error: { code, message } })}\n`)
    io.err(`dictum: ${message}\n${code === 'internal' && detail ? `${detail}\n` : ''}`)
    return exitStatusOf(code)
  }
}

function runWithout(argv: readonly string[], io: Io): number {
  const [word] = argv
  if (word === '--version') io.out(`${version}\n`)
  else if (word === '--help' || word === '-h' || word === 'help') io.out(overview(COMMANDS))
  else if (word === undefined) throw new UsageError('Name a command.')
  else throw new UsageError(`There is no command “${word}”. There are: ${COMMANDS.map(({ name }) => name).join(', ')}.`)
  return EXIT.done
}

async function runCommand(command: Command, args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parse(command, args)
  if (values.help) {
    io.out(commandHelp(command))
    return EXIT.done
  }
  const { least, most } = command.positionals
  if (positionals.length < least) throw new UsageError(`Something is missing: dictum ${command.usage}`)
  if (positionals.length > most) throw new UsageError(`“${positionals[most]}” is one argument too many.`)
  refuseEmpty(command, positionals, values)
  try {
    return await command.run({ positionals, values, json: values.json === true, io })
  } catch (error) {
    throw isSwapped(error, positionals)
      ? new UsageError(`${error.message} The project comes first: dictum ${command.usage}`)
      : error
  }
}

/** Throws UsageError. An empty query is every article; nothing else is empty on purpose. */
function refuseEmpty(command: Command, positionals: readonly string[], values: Values): void {
  const option = Object.keys(values).find((name) => values[name] === '')
  if (option !== undefined) throw new UsageError(`What follows --${option} is empty.`)
  const empty = positionals.findIndex((argument) => argument.trim() === '')
  if (empty >= 0 && !(empty === 1 && command.takesQuery)) {
    throw new UsageError(`Argument ${empty + 1} is empty: dictum ${command.usage}`)
  }
}

/** Whether what was taken for the project is none, and a later argument has the name of one. */
const isSwapped = (error: unknown, [first, ...others]: readonly string[]): error is DictumError =>
  error instanceof DictumError &&
  (error.code === 'not_found' || error.code === 'not_a_project') &&
  first !== undefined &&
  !isProjectName(first) &&
  others.some((other) => isProjectName(other) && existsSync(other))

const isProjectName = (argument: string): boolean => /\.dictum$/i.test(argument)

function parse(command: Command, args: readonly string[]): { values: Values; positionals: string[] } {
  try {
    const common = { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const
    const options = { ...command.options, ...common }
    const parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
    return { values: parsed.values as Values, positionals: parsed.positionals }
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}
