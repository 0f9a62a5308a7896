import { stringify } from 'yaml'
import type { LabelSet } from '../../../shared/domain/label-set/label-set'
import { type OffsetUnit, UNIT_NAMES } from '../../../shared/domain/text/offset-units'
import { FEATURES } from './record'

export interface CardFacts {
  readonly projectName: string
  readonly labelSet: LabelSet
  /** Null: all. */
  readonly labels: readonly string[] | null
  readonly unit: OffsetUnit
  /** Language tags of the articles. */
  readonly languages: readonly string[]
  /** In order; those that have articles. */
  readonly splits: readonly { readonly name: string; readonly articles: number; readonly spans: number }[]
}

export const dataFile = (split: string): string => `data/${split}.jsonl`

/**
 * The dataset card: what `datasets` reads of it stands between the lines of dashes.
 * https://huggingface.co/docs/hub/datasets-manual-configuration
 */
export function datasetCard(facts: CardFacts): string {
  const { projectName, labelSet, labels, unit, languages, splits } = facts
  const header = {
    pretty_name: projectName,
    ...(languages.length === 0 ? {} : { language: languages }),
    task_categories: ['token-classification'],
    configs: [
      { config_name: 'default', data_files: splits.map(({ name }) => ({ split: name, path: dataFile(name) })) },
    ],
    dataset_info: {
      features: FEATURES,
      splits: splits.map(({ name, articles }) => ({ name, num_examples: articles })),
    },
  }
  const chosen = labelSet.labels.filter(({ name }) => labels === null || labels.includes(name))
  return [
    // `datasets` reads it with PyYAML, to which `no` is no language but a truth
    `---\n${stringify(header, { lineWidth: 0, version: '1.1' })}---`,
    `# ${plain(projectName)}`,
    'Articles with marked spans and the links between them, exported by Dictum.',
    '## Splits',
    table(
      ['split', 'articles', 'spans'],
      splits.map(({ name, articles, spans }) => [name, String(articles), String(spans)]),
    ),
    '## Columns',
    `Offsets (\`start\`, \`end\`, \`parts\`) count ${UNIT_NAMES[unit]} from 0, and the end is not included${
      unit === 'codepoint' ? ': in Python, `text[start:end]`' : ''
    }. A span of several parts has the words of each in its \`text\`, with one space between them. \`attributes\` and \`fields\` are JSON. \`from\` and \`to\` of a relation are the ids of spans. \`year\`, \`month\` and \`day\` are 0 where the date is not known.`,
    '`load.py` reads the files and checks every offset, with nothing but Python.',
    '## Labels',
    table(
      ['label', 'meaning', 'attributes'],
      chosen.map((label) => [
        label.name,
        label.description || label.title,
        label.attributes.map(({ name, options }) => `${name}${optionsOf(options)}`).join('; '),
      ]),
    ),
    ...(labelSet.relations.length === 0
      ? []
      : [
          '## Relations',
          table(
            ['type', 'meaning'],
            labelSet.relations.map(({ name, description, title }) => [name, description || title]),
          ),
        ]),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n')
}

const optionsOf = (options: readonly { readonly name: string }[]): string =>
  options.length === 0 ? '' : ` (${options.map(({ name }) => name).join(', ')})`

const table = (headings: readonly string[], rows: readonly (readonly string[])[]): string =>
  [headings, headings.map(() => '---'), ...rows].map((cells) => `| ${cells.map(plain).join(' | ')} |`).join('\n')

/** On one line, and no sign of a table. */
const plain = (text: string): string => text.replace(/\s+/g, ' ').replaceAll('|', '\\|')
