import type { Stats } from '../../shared/contract/project'
import { type Command, EXIT } from '../command'
import { columns } from '../lay-out'
import { withProject } from '../project-engine'

export const statsCommand: Command = {
  name: 'stats',
  summary: 'Count what a project holds.',
  usage: 'stats PROJECT',
  optionHelp: [],
  options: {},
  positionals: { least: 1, most: 1 },
  run: async ({ positionals, json, io }) => {
    const stats = await withProject(io, positionals[0]!, undefined, (engine) => engine.window('project.stats', {}))
    io.out(json ? `${JSON.stringify(stats)}\n` : readable(stats))
    return EXIT.done
  },
}

function readable(stats: Stats): string {
  const annotators = stats.annotators.map(({ name, spans, relations }) => [name, `${spans} + ${relations}`] as const)
  return [
    columns([
      ['articles', stats.articles],
      ['spans', stats.spans],
      ['relations', stats.relations],
    ]),
    `\nArticles by status\n${columns([...Object.entries(stats.by_status), ['flagged', stats.flagged]])}`,
    `\nSpans by label\n${columns(Object.entries(stats.by_label))}`,
    annotators.length === 0 ? '' : `\nAnnotators (spans + relations)\n${columns(annotators)}`,
  ].join('')
}
