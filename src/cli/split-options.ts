import {
  SPLIT_GROUPS,
  type SplitDefinition,
  SplitDefinitionSchema,
  type SplitGroup,
  type SplitRequest,
} from '../shared/domain/corpus/splits'
import { text, UsageError, type Values } from './command'
import { asDay, listOf, someOf } from './option-values'

/** The options of every command that divides articles. */
export const SPLIT_OPTIONS = {
  split: { type: 'string' },
  seed: { type: 'string' },
  'split-by-date': { type: 'string' },
  'group-by': { type: 'string' },
  'split-name': { type: 'string' },
} as const

export const SPLIT_HELP: readonly (readonly [option: string, help: string])[] = [
  ['--split 80,10,10', 'divide into train, validation and test (80,20: train and test), each label in proportion'],
  ['--seed N', 'which articles go where (default: 0)'],
  ['--split-by-date DAY,…', 'or divide by date: validation and test, or test alone, begin on these days'],
  ['--group-by GROUP,…', 'what is never divided: duplicate (near duplicates; the default), source, none'],
  ['--split-name NAME', 'store the division by this name, or use it again; articles keep their places'],
]

/** How to divide; null: not at all. Throws {@link UsageError}. */
export function asSplit(values: Values): SplitRequest | null {
  const [ratio, days, name] = [text(values, 'split'), text(values, 'split-by-date'), text(values, 'split-name')]
  if (ratio !== undefined && days !== undefined) {
    throw new UsageError('--split and --split-by-date are two ways to divide. Choose one of them.')
  }
  if (days !== undefined && values.seed !== undefined) {
    throw new UsageError('--seed says how --split divides. With --split-by-date the days alone decide: leave it out.')
  }
  const definition =
    ratio !== undefined
      ? checked('--split', ratio, { by: 'ratio', parts: ratio.split(',').map(Number), ...seedAndGroups(values) })
      : days !== undefined
        ? checked('--split-by-date', days, {
            by: 'date',
            days: listOf(days).map((day) => asDay('split-by-date', day)),
            groupBy: asGroups(values, []),
          })
        : null
  if (definition === null && (values.seed !== undefined || values['group-by'] !== undefined)) {
    throw new UsageError('--seed and --group-by say how --split divides. Give --split too, such as --split 80,10,10.')
  }
  return definition === null && name === undefined ? null : { name: name ?? null, definition }
}

function seedAndGroups(values: Values): { seed: number; groupBy: SplitGroup[] } {
  const seed = text(values, 'seed') ?? '0'
  if (!/^\d{1,15}$/.test(seed)) throw new UsageError(`--seed takes a whole number, such as 7, not “${seed}”.`)
  return { seed: Number(seed), groupBy: asGroups(values, ['duplicate']) }
}

function asGroups(values: Values, otherwise: SplitGroup[]): SplitGroup[] {
  const given = text(values, 'group-by')
  if (given === undefined) return otherwise
  if (given === 'none') return []
  return someOf(values, 'group-by').map((word) => {
    const group = SPLIT_GROUPS.find((known) => known === word)
    if (group) return group
    throw new UsageError(`“${word}” is nothing to group by. Choose from: ${SPLIT_GROUPS.join(', ')}, none.`)
  })
}

const EXAMPLES = {
  '--split': 'two or three numbers above 0, such as 80,10,10',
  '--split-by-date': 'one day or two, the earlier first, such as 2025-01-01,2025-06-01',
}

function checked(option: keyof typeof EXAMPLES, given: string, definition: unknown): SplitDefinition {
  const parsed = SplitDefinitionSchema.safeParse(definition)
  if (parsed.success) return parsed.data
  throw new UsageError(`${option} takes ${EXAMPLES[option]}; not “${given}”.`)
}
