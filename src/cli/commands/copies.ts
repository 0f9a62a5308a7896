import type { CopyGroup } from '../../shared/contract/copies-methods'
import { DictumError } from '../../shared/domain/result'
import { type Command, EXIT } from '../command'
import { counted } from '../lay-out'
import { withProject } from '../project-engine'

export const copiesCommand: Command = {
  name: 'copies',
  summary: 'List articles that are nearly the same, such as an agency’s text in several papers.',
  usage: 'copies PROJECT [--again]',
  optionHelp: [['--again', 'look at all articles once more, not only at those that are new']],
  options: { again: { type: 'boolean' } },
  positionals: { least: 1, most: 1 },
  run: async ({ positionals, values, json, io }) => {
    const groups = await withProject(io, positionals[0]!, undefined, async (engine) => {
      const { state } = await engine.job('copies.find', { all: values.again === true })
      if (state === 'cancelled') throw new DictumError('cancelled', 'Stopped before all articles were compared.')
      return (await engine.window('copies.groups', {})).groups
    })
    const uids = groups.map(({ articles }) => ({
      articles: articles.map(({ uid, title, source }) => ({ uid, title, source })),
    }))
    io.out(json ? `${JSON.stringify({ groups: uids })}\n` : readable(groups))
    return EXIT.done
  },
}

function readable(groups: readonly CopyGroup[]): string {
  const blocks = groups.map(({ articles }) =>
    [`\n${counted(articles.length, 'article')}\n`, ...articles.map(({ uid, source }) => `  ${uid}  ${source}\n`)].join(
      '',
    ),
  )
  return `${counted(groups.length, 'group')} of copies\n${blocks.join('')}`
}
