import type { ExportReport } from '../../shared/contract/jobs'
import { STATUSES } from '../../shared/domain/corpus/articles'
import { DictumError } from '../../shared/domain/result'
import { type Command, EXIT, text, UsageError } from '../command'
import { counted } from '../lay-out'
import { asStatus, listOf } from '../option-values'
import { withProject } from '../project-engine'

export const exportCommand: Command = {
  name: 'export',
  summary: 'Write the articles and their annotations to a file.',
  usage: 'export PROJECT OUT [--format dictum] [--status STATUS,…] [--labels LABEL,…]',
  optionHelp: [
    ['--format dictum', 'JSONL, an article a line, offsets in code points'],
    ['--status STATUS,…', `only articles of these: ${STATUSES.join(', ')}`],
    ['--labels LABEL,…', 'only spans with these labels, and the relations between them'],
  ],
  options: { format: { type: 'string' }, status: { type: 'string' }, labels: { type: 'string' } },
  positionals: { least: 2, most: 2 },
  run: async ({ positionals, values, json, io }) => {
    const [project, path] = positionals as [string, string]
    const format = text(values, 'format') ?? 'dictum'
    if (format !== 'dictum') {
      throw new UsageError(`This version does not write the format “${format}”. It writes: dictum.`)
    }
    const statuses = listOf(text(values, 'status')).map(asStatus)
    const labels = listOf(text(values, 'labels'))
    const job = await withProject(io, project, undefined, (engine) =>
      engine.job('export.start', { path, format, statuses, labels }),
    )
    if (job.state === 'cancelled') throw new DictumError('cancelled', 'Cancelled. No file was written.')
    if (job.kind !== 'export' || !job.report) throw new DictumError('internal', 'The export ended without a report.')
    const { report } = job
    io.out(json ? `${JSON.stringify(report)}\n` : readable(report))
    return report.refused.length > 0 ? EXIT.findings : EXIT.done
  },
}

function readable(report: ExportReport): string {
  const lines = [
    `Wrote ${counted(report.articles, 'article')}, ${counted(report.spans, 'span')} and ` +
      `${counted(report.relations, 'relation')} to ${report.files.join(', ')}`,
    `Offsets are ${report.offset_unit === 'codepoint' ? 'code points' : report.offset_unit}.`,
  ]
  if (report.lost.relations > 0)
    lines.push(`Left out: ${counted(report.lost.relations, 'relation')} without both ends.`)
  if (report.lost.notes > 0)
    lines.push(`Left out: ${counted(report.lost.notes, 'note')}, which this format does not hold.`)
  for (const { article, span, message } of report.refused) {
    lines.push(`Refused: span ${span} of article ${article}: ${message}`)
  }
  return `${lines.join('\n')}\n`
}
