import { ArticleFilterSchema } from '../../shared/contract/article-filter'
import { type ExportOptions, ExportPresetSchema } from '../../shared/contract/export-methods'
import { STATUSES } from '../../shared/domain/corpus/articles'
import { EXPORT_FORMATS } from '../../shared/domain/interchange'
import { OFFSET_UNITS, type OffsetUnit } from '../../shared/domain/text/offset-units'
import { type Command, EXIT, text, UsageError, type Values } from '../command'
import { asQuery, asStatus, listOf, someOf } from '../option-values'
import { type ProjectEngine, withProject } from '../project-engine'
import { asSplit, SPLIT_HELP, SPLIT_OPTIONS } from '../split-options'
import { readableReport } from './export-report'
import { exportTo } from './export-to'
import { isStandardOutput, pipe } from './export-to-stdout'

export const exportCommand: Command = {
  name: 'export',
  summary: 'Write the articles and their annotations to a file or a folder.',
  usage: 'export PROJECT OUT|- [--format FORMAT] [--offsets UNIT] [--status STATUS,…] [--labels LABEL,…]',
  optionHelp: [
    ['OUT', 'the file or folder to write; -: standard output, for a format of one file'],
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
    const name = asPresetName(text(values, 'save-preset'))
    const isPiped = isStandardOutput(path)
    if (isPiped && json)
      throw new UsageError('- is standard output, where --json answers. Name a file, or leave --json out.')
    const report = await withProject(io, project, undefined, async (engine) => {
      const kept = await presetOptions(engine, text(values, 'preset'))
      const options = { ...kept, ...given, ...narrowed(values, kept) }
      const written = isPiped ? await pipe(io, engine, options) : await exportTo(engine, path, options)
      if (name !== undefined) await engine.window('exportPreset.save', { name, options })
      return written
    })
    if (json) io.out(`${JSON.stringify(report)}\n`)
    else if (isPiped) io.err(readableReport(report, 'standard output'))
    else io.out(readableReport(report, path))
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
  if (status !== undefined) options.statuses = someOf(values, 'status').map(asStatus)
  if (labels !== undefined) options.labels = someOf(values, 'labels')
  if (annotator !== undefined) options.annotator = annotator
  if (fields !== undefined) options.fields = listOf(fields)
  if (values['spreadsheet-safe'] === true) options.spreadsheetSafe = true
  if (values['no-text'] === true) options.withoutText = true
  const split = asSplit(values)
  if (split !== null) options.split = split
  return options
}

/** A query or imports that were given; what else a preset chooses articles by stays. */
function narrowed(values: Values, { filter }: Partial<ExportOptions>): Pick<Partial<ExportOptions>, 'filter'> {
  const query = text(values, 'query') ?? text(values, 'filter')
  const batches = someOf(values, 'batch')
  if (query === undefined && batches.length === 0) return {}
  return {
    filter: ArticleFilterSchema.parse({
      ...filter,
      // what follows the last word says that it is whole
      ...(query === undefined ? {} : { text: `${asQuery(query)} ` }),
      ...(batches.length === 0 ? {} : { batches }),
    }),
  }
}

function asPresetName(name: string | undefined): string | undefined {
  if (name === undefined || ExportPresetSchema.shape.name.safeParse(name).success) return name
  throw new UsageError('--save-preset takes a name of 1 to 80 characters.')
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
