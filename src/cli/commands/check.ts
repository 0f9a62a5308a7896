import { type Command, EXIT } from '../command'
import { counted } from '../lay-out'
import { withProject } from '../project-engine'

export const checkCommand: Command = {
  name: 'check',
  summary: 'Check the file, and every annotation against its text and the rules.',
  usage: 'check PROJECT',
  optionHelp: [],
  options: {},
  positionals: { least: 1, most: 1 },
  run: async ({ positionals, json, io }) => {
    const report = await withProject(io, positionals[0]!, undefined, (engine) => engine.window('project.check', {}))
    if (json) io.out(`${JSON.stringify(report)}\n`)
    else if (report.ok) io.out('Everything is in order.\n')
    else {
      const lines = report.findings.map(({ code, article, span, message }) => {
        const place = [article && `article ${article}`, span && `span ${span}`].filter(Boolean).join(', ')
        return `${code}: ${place === '' ? '' : `${place}: `}${message}\n`
      })
      io.out(`${counted(report.findings.length, 'finding')}\n${lines.join('')}`)
    }
    return report.ok ? EXIT.done : EXIT.findings
  },
}
