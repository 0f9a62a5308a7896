import type { ImportItem, ImportReport } from '../../shared/contract/jobs'
import { DictumError } from '../../shared/domain/result'
import { type Command, EXIT, text, UsageError } from '../command'
import { columns, counted } from '../lay-out'
import { withProject } from '../project-engine'
import { lookFirst } from './import-look'

const FORMATS = ['auto', 'text']

export const importCommand: Command = {
  name: 'import',
  summary: 'Import text files, or folders of them.',
  usage: 'import PROJECT PATH… [--format auto|text] [--dry-run] [--revisions] [--annotator NAME]',
  optionHelp: [
    ['--format FORMAT', 'auto or text: files ending in .txt or .text, in any common encoding'],
    ['--dry-run', 'read everything, store nothing, and say what would come in'],
    ['--revisions', 'what has changed since it was imported comes in as a new revision, annotations and all'],
    ['--annotator NAME', 'whose work it is (default: your user name)'],
  ],
  options: {
    format: { type: 'string' },
    annotator: { type: 'string' },
    'dry-run': { type: 'boolean' },
    revisions: { type: 'boolean' },
  },
  positionals: { least: 2, most: Number.POSITIVE_INFINITY },
  run: async ({ positionals, values, json, io }) => {
    const [project, ...paths] = positionals as [string, ...string[]]
    const format = text(values, 'format') ?? 'auto'
    if (!FORMATS.includes(format)) {
      throw new UsageError(`This version does not read the format “${format}”. It reads: ${FORMATS.join(', ')}.`)
    }
    if (values['dry-run'] === true) return lookFirst(io, project, { paths }, json)
    const job = await withProject(io, project, text(values, 'annotator'), (engine) =>
      engine.job('import.start', { paths, options: { revisions: values.revisions === true } }),
    )
    if (job.kind !== 'import' || !job.report) throw new DictumError('internal', 'The import ended without a report.')
    const { report } = job
    io.out(json ? `${JSON.stringify(report)}\n` : readable(report))
    return report.failed > 0 || report.changed > 0 || report.cancelled ? EXIT.findings : EXIT.done
  },
}

function readable(report: ImportReport): string {
  const kept = report.cancelled ? 'Cancelled. What was imported before that is kept.\n' : ''
  const unreached = report.items.filter((item) => item.outcome === 'cancelled').length
  const rows: [string, number][] = [
    ['imported', report.imported],
    ['new revisions', report.revised ?? 0],
    ['spans to place', report.toPlace ?? 0],
    ['already there', report.duplicates],
    ['changed since', report.changed],
    ['failed', report.failed],
    ['not reached', unreached],
  ]
  const told = (item: ImportItem) => item.outcome === 'failed' || item.outcome === 'changed'
  const items = report.items.filter(told).map((item) => `${item.path}: ${item.message} [${item.code}]\n`)
  const figures = columns(rows.filter(([name, n]) => n > 0 || name === 'imported'))
  return `${kept}${counted(report.files, 'file')}\n${figures}${items.join('')}`
}
