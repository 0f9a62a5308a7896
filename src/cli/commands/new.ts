import { basename, extname, resolve } from 'node:path'
import type { LabelSet } from '../../shared/domain/label-set/label-set'
import { labelSetFromText } from '../../shared/domain/label-set/label-set-text'
import { type Command, EXIT, text, UsageError } from '../command'
import { userName, withEngine } from '../project-engine'
import { readTextFile } from '../read-text-file'

export const newCommand: Command = {
  name: 'new',
  summary: 'Make an empty project file.',
  usage: 'new PROJECT.dictum [--name NAME] [--label-set FILE.json]',
  optionHelp: [
    ['--name NAME', 'the project’s name (default: the file’s)'],
    ['--label-set FILE', 'a label set as JSON (default: claims, speakers and dates)'],
  ],
  options: { name: { type: 'string' }, 'label-set': { type: 'string' } },
  positionals: { least: 1, most: 1 },
  run: async ({ positionals, values, json, io }) => {
    const path = positionals[0]!
    const name = text(values, 'name') ?? basename(path, extname(path))
    const labelSetPath = text(values, 'label-set')
    const labelSet = labelSetPath === undefined ? undefined : readLabelSet(labelSetPath)
    const project = await withEngine(io, (engine) =>
      engine.host('project.create', { path: resolve(path), name, annotator: userName(), labelSet }),
    )
    const labels = project.labelSet.labels.map((label) => label.name)
    if (json) io.out(`${JSON.stringify({ project: project.path, uid: project.uid, name: project.name, labels })}\n`)
    else io.out(`Made ${path} with the labels ${labels.join(', ')}.\n`)
    return EXIT.done
  },
}

function readLabelSet(path: string): LabelSet {
  const read = labelSetFromText(readTextFile(path))
  if (read.ok) return read.value
  throw new UsageError(`The label set ${path} cannot be used. ${read.error.message}`)
}
