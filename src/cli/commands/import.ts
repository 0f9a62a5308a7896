import type { ImportItem, ImportReport } from '../../shared/contract/jobs'
import { DictumError } from '../../shared/domain/result'
import { type Command, EXIT, text } from '../command'
import { columns, counted } from '../lay-out'
import { offsetsLine } from '../offsets-line'
import { withProject } from '../project-engine'
import { snakeKeys } from '../snake-keys'
import { lookFirst } from './import-look'
import { READING_HELP, READING_OPTIONS, readingOptions } from './import-options'

export const importCommand: Command = {
  name: 'import',
  summary: 'Import texts, documents, tables, annotated corpora and archives, or folders of them.',
  usage:
    'import PROJECT PATH… [--format FORMAT] [--map text=body,…] [--encoding NAME] [--offsets UNIT] [--as KIND] [--annotator NAME] [--label-map FILE] [--map-labels A=B,C=-] [--dry-run] [--revisions]',
  optionHelp: [
    ...READING_HELP,
    ['--dry-run', 'read everything, store nothing, and say what would come in'],
    ['--revisions', 'what has changed since it was imported comes in as a new revision, annotations and all'],
  ],
  options: {
    ...READING_OPTIONS,
    'dry-run': { type: 'boolean' },
    revisions: { type: 'boolean' },
  },
  positionals: { least: 2, most: Number.POSITIVE_INFINITY },
  run: async ({ positionals, values, json, io }) => {
    const [project, ...paths] = positionals as [string, ...string[]]
    const options = { ...readingOptions(values), revisions: values.revisions === true }
    if (values['dry-run'] === true) return lookFirst(io, project, { paths, options }, json)
    const job = await withProject(io, project, text(values, 'annotator'), (engine) =>
      engine.job('import.start', { paths, options }),
    )
    if (job.kind !== 'import' || !job.report) throw new DictumError('internal', 'The import ended without a report.')
    const { report } = job
    io.out(json ? `${JSON.stringify(snakeKeys(report))}\n` : readable(report))
    return report.failed > 0 || report.changed > 0 || report.cancelled ? EXIT.findings : EXIT.done
  },
}

function readable(report: ImportReport): string {
  const kept = report.cancelled ? 'Cancelled. What was imported before that is kept.\n' : ''
  const unreached = report.items
    .filter((item) => item.outcome === 'cancelled')
    .reduce((sum, item) => sum + (item.more ?? 1), 0)
  const rows: [string, number][] = [
    ['imported', report.imported],
    ['spans', report.spans],
    ['relations', report.relations],
    ['suggestions', report.suggestions ?? 0],
    ['annotations that were there', report.annotationsThere ?? 0],
    ['annotations left out', report.leftOut ?? 0],
    ['new revisions', report.revised ?? 0],
    ['spans to place', report.toPlace ?? 0],
    ['already there', report.duplicates],
    ['changed since', report.changed],
    ['failed', report.failed],
    ['with a warning', report.warnings],
    ['not reached', unreached],
    ['of other kinds', report.passedOver ?? 0],
  ]
  const told = (item: ImportItem) => ['failed', 'changed', 'warning', 'passed_over'].includes(item.outcome)
  const items = report.items.filter(told).map((item) => `${item.path}: ${item.message} [${item.code}]\n`)
  const figures = columns(rows.filter(([name, n]) => n > 0 || name === 'imported'))
  const ofMap = (report.map_warnings ?? []).map(({ code, message }) => `${message} [${code}]\n`)
  return `${kept}${counted(report.files, 'file')}\n${figures}${offsetsLine(report.offset_unit)}${[...ofMap, ...items].join('')}`
}
