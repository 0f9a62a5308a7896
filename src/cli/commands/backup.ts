import { type Command, EXIT } from '../command'
import { withProject } from '../project-engine'

export const backupCommand: Command = {
  name: 'backup',
  summary: 'Copy a project safely, even while it is open.',
  usage: 'backup PROJECT OUT.dictum',
  optionHelp: [],
  options: {},
  positionals: { least: 2, most: 2 },
  run: async ({ positionals, json, io }) => {
    const [project, out] = positionals as [string, string]
    const { path } = await withProject(io, project, undefined, (engine) => engine.host('project.backup', { path: out }))
    io.out(json ? `${JSON.stringify({ files: [path] })}\n` : `Copied ${project} to ${path}.\n`)
    return EXIT.done
  },
}
