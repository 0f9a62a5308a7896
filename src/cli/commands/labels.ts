import type { ReadLabelSet } from '../../shared/contract/label-sets'
import type { Attribute, LabelSet } from '../../shared/domain/label-set/label-set'
import { type Command, EXIT, text, UsageError } from '../command'
import { columns } from '../lay-out'
import { type ProjectEngine, withProject } from '../project-engine'
import { readTextFile } from '../read-text-file'
import { writeTextFile } from '../write-text-file'

export const labelsCommand: Command = {
  name: 'labels',
  summary: 'Show a project’s label set, write it to a file, or replace it by one.',
  usage: 'labels PROJECT [--export FILE.json | --import FILE.json [--dry-run] [--allow-loss]] [--annotator NAME]',
  optionHelp: [
    ['--export FILE', 'write the label set as JSON; a file that is there is replaced'],
    ['--import FILE', 'replace the label set, and bring the annotations along: what keeps its id or name stays'],
    ['--dry-run', 'only say what the import would do'],
    ['--allow-loss', 'also if annotations would be deleted; the window can undo it'],
    ['--annotator NAME', 'whose work the import is (default: your user name)'],
  ],
  options: {
    export: { type: 'string' },
    import: { type: 'string' },
    'dry-run': { type: 'boolean' },
    'allow-loss': { type: 'boolean' },
    annotator: { type: 'string' },
  },
  positionals: { least: 1, most: 1 },
  run: async ({ positionals, values, json, io }) => {
    const [project] = positionals as [string]
    const out = text(values, 'export')
    const from = text(values, 'import')
    if (out !== undefined && from !== undefined) throw new UsageError('Name --export or --import, not both.')
    if (from === undefined && (values['dry-run'] || values['allow-loss'])) {
      throw new UsageError('--dry-run and --allow-loss belong to --import.')
    }
    const content = from === undefined ? null : readTextFile(from)
    const print = (answer: unknown, readable: string) => io.out(json ? `${JSON.stringify(answer)}\n` : readable)
    return withProject(io, project, text(values, 'annotator'), async (engine) => {
      if (content !== null) {
        const read = await engine.window('labelset.fromJson', { text: content })
        return importLabels(
          engine,
          read,
          { dryRun: values['dry-run'] === true, allowLoss: values['allow-loss'] === true },
          print,
        )
      }
      const written = await engine.window('labelset.toJson', {})
      if (out !== undefined) {
        writeTextFile(out, written.text)
        print({ files: [out] }, `Wrote the label set to ${out}.\n`)
        return EXIT.done
      }
      const labelSet = (await engine.window('project.current', {}))!.labelSet
      const usage = await engine.window('labelset.usage', {})
      print({ labelSet, usage }, readable(labelSet, usage.labels, usage.relations))
      return EXIT.done
    })
  },
}

async function importLabels(
  engine: ProjectEngine,
  { edit, preview }: ReadLabelSet,
  { dryRun, allowLoss }: { dryRun: boolean; allowLoss: boolean },
  print: (answer: unknown, readable: string) => void,
): Promise<number> {
  const { changes, effects, counts, loses } = preview
  const isRefused = loses && !allowLoss
  const applied = !dryRun && !isRefused && changes.length > 0
  if (applied) await engine.window('labelset.apply', { edit, allowLoss })
  const lines = [...changes, ...effects.map(({ message }) => message)].map((line) => `  ${line}\n`).join('')
  const verdict = applied
    ? 'Done.'
    : changes.length === 0
      ? 'The label set is this one already.'
      : dryRun
        ? 'Nothing was changed: this was a dry run.'
        : 'Nothing was changed, because annotations would be lost. Say --allow-loss to go on.'
  print({ applied, changes, effects, counts, loses }, `${lines}${verdict}\n`)
  return isRefused ? EXIT.findings : EXIT.done
}

function readable(
  set: LabelSet,
  spans: Readonly<Record<string, number>>,
  links: Readonly<Record<string, number>>,
): string {
  const title = (id: string) => set.labels.find((label) => label.id === id)?.name ?? id
  const off = (enabled: boolean) => (enabled ? '' : ' (off)')
  const attribute = ({ name, type, options }: Attribute) =>
    `${name}: ${options.length === 0 ? type : options.map((option) => option.name).join(', ')}`
  const sections = set.labels.flatMap(({ name, attributes }) =>
    attributes.length === 0
      ? []
      : [`\nAttributes of ${name}\n${attributes.map((one) => `  ${attribute(one)}\n`).join('')}`],
  )
  return [
    `${set.name}\n\nLabels (spans)\n`,
    columns(set.labels.map(({ id, name, enabled }) => [`${name}${off(enabled)}`, spans[id] ?? 0])),
    ...sections,
    set.relations.length === 0 ? '' : '\nRelation types (links)\n',
    columns(
      set.relations.map((type) => [
        `${type.name}${off(type.enabled)}: ${type.from.map(title).join(', ')} → ${type.to.map(title).join(', ')}`,
        links[type.id] ?? 0,
      ]),
    ),
    set.fields.length === 0 ? '' : `\nDocument fields\n${set.fields.map((one) => `  ${attribute(one)}\n`).join('')}`,
  ].join('')
}
