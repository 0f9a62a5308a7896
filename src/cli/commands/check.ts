import { DictumError } from '../../shared/domain/result'
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
    const job = await withProject(io, positionals[0]!, undefined, (engine) => engine.job('check.start', {}))
    if (job.kind !== 'check' || job.report === null) throw new DictumError('cancelled', 'The check was cancelled.')
    const { report } = job
    if (json) io.out(`${JSON.stringify(report)}\n`)
    else if (report.ok) io.out('Everything is in order.\n')
    else {
      const lines = report.findings.map(({ code, article, span, message }) => {
        const place = [article && `article ${article}`, span && `span ${span}`].filter(Boolean).join(', ')
        return `${code}: ${place === '' ? '' : `${place}: `}${message}\n`
      })
      io.out(
        `${counted(report.findings.length + report.more, 'finding')}\n${lines.join('')}${report.more > 0 ? `and ${report.more} more\n` : ''}`,
      )
    }
    return report.ok ? EXIT.done : EXIT.findings
  },
}
