import type { StoredDivision } from '../../shared/contract/export-methods'
import { type Command, EXIT, text } from '../command'
import { withProject } from '../project-engine'

export const splitsCommand: Command = {
  name: 'splits',
  summary: 'List how articles were divided into train, validation and test, or forget a division.',
  usage: 'splits PROJECT [--forget NAME]',
  optionHelp: [['--forget NAME', 'forget where the articles of this division went; the next such export divides anew']],
  options: { forget: { type: 'string' } },
  positionals: { least: 1, most: 1 },
  run: async ({ positionals, values, json, io }) => {
    const name = text(values, 'forget')
    const divisions = await withProject(io, positionals[0]!, undefined, (engine) =>
      name === undefined ? engine.window('export.divisions', {}) : engine.window('export.forgetDivision', { name }),
    )
    const forgotten = name === undefined ? {} : { forgotten: name }
    const told = name === undefined ? '' : `Forgot “${name}”.\n`
    io.out(
      json ? `${JSON.stringify({ splits: divisions.map(asPrinted), ...forgotten })}\n` : told + readable(divisions),
    )
    return EXIT.done
  },
}

const asPrinted = ({ name, definition, splits }: StoredDivision) => ({
  name,
  definition,
  splits: Object.fromEntries(splits.map((split) => [split.name, split.articles])),
})

const readable = (all: readonly StoredDivision[]): string =>
  all.length === 0
    ? 'No articles are divided.\n'
    : all
        .map(({ name, splits }) => `${name}: ${splits.map((split) => `${split.name} ${split.articles}`).join(', ')}\n`)
        .join('')
