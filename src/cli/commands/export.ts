import { ArticleFilterSchema } from '../../shared/contract/article-filter'
import type { ExportOptions } from '../../shared/contract/export-methods'
import type { ExportReport } from '../../shared/contract/jobs'
import { STATUSES } from '../../shared/domain/corpus/articles'
import { EXPORT_FORMATS, LOSS_WORDS, LOSSES } from '../../shared/domain/interchange'
import { DictumError } from '../../shared/domain/result'
import { OFFSET_UNITS, type OffsetUnit, UNIT_NAMES } from '../../shared/domain/text/offset-units'
import { type Command, EXIT, text, UsageError, type Values } from '../command'
import { counted } from '../lay-out'
import { asQuery, asStatus, listOf } from '../option-values'
import { type ProjectEngine, withProject } from '../project-engine'
import { asSplit, SPLIT_HELP, SPLIT_OPTIONS } from '../split-options'

/** More files than this are counted where people read. */
const MOST_NAMED = 4

export const exportCommand: Command = {
  name: 'export',
  summary: 'Write the articles and their annotations to a file or a folder.',
  usage: 'export PROJECT OUT [--format FORMAT] [--offsets UNIT] [--status STATUS,…] [--labels LABEL,…]',
  optionHelp: [
    ['--format FORMAT', `${EXPORT_FORMATS.join(', ')} (default: dictum)`],
    ['--offsets UNIT', `what offsets count in: ${OFFSET_UNITS.join(', ')} (default: what the format’s readers do)`],
    ['--status STATUS,…', `only articles of these: ${STATUSES.join(', ')}`],
    ['--query QUERY', 'only articles of the list that a search finds, as for dictum search'],
    ['--batch BATCH,…', 'only articles of the list that these imports brought, by their ids'],
    ['--labels LABEL,…', 'only spans with these labels, and the relations between them'],
    ['--annotator NAME', 'only what this person has annotated; gold: what annotators have agreed on'],
    ['--fields FIELD,…', 'only these document fields and columns (url and tags among them); default: all'],
    ['--no-text', 'leave the texts themselves out, where the format can'],
    ['--spreadsheet-safe', 'in tables: no cell can be taken for a formula'],
    ...SPLIT_HELP,
    ['--preset NAME', 'begin with the options that were saved under this name'],
    ['--save-preset NAME', 'save the options under this name, for the next time'],
  ],
  options: {
    format: { type: 'string' },
    offsets: { type: 'string' },
    status: { type: 'string' },
    query: { type: 'string' },
    filter: { type: 'string' },
    batch: { type: 'string' },
    labels: { type: 'string' },
    annotator: { type: 'string' },
    fields: { type: 'string' },
    'no-text': { type: 'boolean' },
    'spreadsheet-safe': { type: 'boolean' },
    ...SPLIT_OPTIONS,
    preset: { type: 'string' },
    'save-preset': { type: 'string' },
  },
  positionals: { least: 2, most: 2 },
  run: async ({ positionals, values, json, io }) => {
    const [project, path] = positionals as [string, string]
    const given = asOptions(values)
    const job = await withProject(io, project, undefined, async (engine) => {
      const options = { ...(await presetOptions(engine, text(values, 'preset'))), ...given }
      const ended = await engine.job('export.start', { ...options, path })
      const name = text(values, 'save-preset')
      if (name !== undefined) await engine.window('exportPreset.save', { name, options })
      return ended
    })
    if (job.state === 'cancelled') throw new DictumError('cancelled', 'Cancelled. No file was written.')
    if (job.kind !== 'export' || !job.report) throw new DictumError('internal', 'The export ended without a report.')
    const { report } = job
    io.out(json ? `${JSON.stringify(report)}\n` : readable(report, path))
    return report.refused.length > 0 ? EXIT.findings : EXIT.done
  },
}

/** Only what was given: the rest is as a preset, or nobody, says. */
function asOptions(values: Values): Partial<ExportOptions> {
  const options: Partial<ExportOptions> = {}
  const [format, offsets, status, labels, annotator, fields] = (
    ['format', 'offsets', 'status', 'labels', 'annotator', 'fields'] as const
  ).map((name) => text(values, name))
  if (format !== undefined) options.format = asFormat(format)
  if (offsets !== undefined) options.offsets = asUnit(offsets)
  if (status !== undefined) options.statuses = listOf(status).map(asStatus)
  if (labels !== undefined) options.labels = listOf(labels)
  if (annotator !== undefined) options.annotator = annotator
  if (fields !== undefined) options.fields = listOf(fields)
  if (values['spreadsheet-safe'] === true) options.spreadsheetSafe = true
  if (values['no-text'] === true) options.withoutText = true
  const split = asSplit(values)
  if (split !== null) options.split = split
  const query = text(values, 'query') ?? text(values, 'filter')
  const batches = listOf(text(values, 'batch'))
  if (query !== undefined || batches.length > 0) {
    // what follows the last word says that it is whole
    options.filter = ArticleFilterSchema.parse({ text: query === undefined ? '' : `${asQuery(query)} `, batches })
  }
  return options
}

function asFormat(word: string): ExportOptions['format'] {
  const format = EXPORT_FORMATS.find((known) => known === word)
  if (format) return format
  throw new UsageError(`“${word}” is not a format. Choose from: ${EXPORT_FORMATS.join(', ')}.`)
}

function asUnit(word: string): OffsetUnit {
  const unit = OFFSET_UNITS.find((known) => known === word)
  if (unit) return unit
  throw new UsageError(`“${word}” is nothing that offsets count in. Choose from: ${OFFSET_UNITS.join(', ')}.`)
}

async function presetOptions(engine: ProjectEngine, name: string | undefined): Promise<Partial<ExportOptions>> {
  if (name === undefined) return {}
  const presets = await engine.window('exportPreset.list', {})
  const preset = presets.find((known) => known.name === name)
  if (preset) return preset.options
  const known =
    presets.length === 0 ? 'There are none yet.' : `There are: ${presets.map((one) => one.name).join(', ')}.`
  throw new UsageError(`There is no export preset “${name}” in this project. ${known}`)
}

function aboutDivision({ name, added, undated, straddling }: NonNullable<ExportReport['division']>): string[] {
  const lines = [`The division is stored as “${name}”; ${counted(added, 'article')} found a place in it now.`]
  if (undated > 0) lines.push(`Left out: ${counted(undated, 'article')} without a date, which belong to no split.`)
  if (straddling > 0) {
    const groups = counted(straddling, 'group')
    lines.push(
      `${groups} of articles that belong together lie in several splits: they were divided before it was known.`,
    )
  }
  return lines
}

/** Each file by its name, or how many there are in the folder that was named. */
const whereTo = (files: readonly string[], out: string): string =>
  files.length <= MOST_NAMED ? files.join(', ') : `${out} (${counted(files.length, 'file')})`

function readable(report: ExportReport, path: string): string {
  const lines = [
    `Wrote ${counted(report.articles, 'article')}, ${counted(report.spans, 'span')} and ` +
      `${counted(report.relations, 'relation')} to ${whereTo(report.files, path)}`,
    `Offsets are ${UNIT_NAMES[report.offset_unit as OffsetUnit] ?? report.offset_unit}.`,
  ]
  for (const [split, articles] of Object.entries(report.splits ?? {}))
    lines.push(`${split}: ${counted(articles, 'article')}`)
  if (report.division) lines.push(...aboutDivision(report.division))
  for (const loss of LOSSES) {
    const [one, many] = LOSS_WORDS[loss]
    const n = report.lost[loss]
    if (n > 0) lines.push(`Left out: ${n} ${n === 1 ? one : many}.`)
  }
  for (const { article, span, message } of report.refused) {
    lines.push(`Refused: span ${span} of article ${article}: ${message}`)
  }
  return `${lines.join('\n')}\n`
}
