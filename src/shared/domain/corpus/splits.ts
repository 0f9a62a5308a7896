import { z } from 'zod'

/** What articles of one group have in common: a group is never divided. */
export const SPLIT_GROUPS = ['duplicate', 'source'] as const
export type SplitGroup = (typeof SPLIT_GROUPS)[number]

const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const GroupBy = z.array(z.enum(SPLIT_GROUPS)).max(SPLIT_GROUPS.length)

/** How articles are divided. */
export const SplitDefinitionSchema = z.discriminatedUnion('by', [
  z.object({
    by: z.literal('ratio'),
    /** How much each split is to have, in proportion: 80,10,10 as well as 8,1,1. */
    parts: z.array(z.number().positive().max(1_000_000)).min(2).max(3),
    seed: z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER),
    groupBy: GroupBy,
  }),
  z.object({
    by: z.literal('date'),
    /** The first day of each split but the first, ascending. */
    days: z
      .array(Day)
      .min(1)
      .max(2)
      .refine(([first, second]) => second === undefined || first! < second, 'the days do not ascend'),
    groupBy: GroupBy,
  }),
])
export type SplitDefinition = z.infer<typeof SplitDefinitionSchema>

/** What an export is asked to divide by: a definition, the name of one that is stored, or both. */
export const SplitRequestSchema = z
  .object({
    /** Null: the definition’s own, see {@link schemeName}. */
    name: z.string().trim().min(1).max(80).nullable(),
    /** Null: as it is stored under the name. */
    definition: SplitDefinitionSchema.nullable(),
  })
  .refine(({ name, definition }) => name !== null || definition !== null, 'neither a name nor a definition')
export type SplitRequest = z.infer<typeof SplitRequestSchema>

/** What the splits of a definition are called, in order. */
export const splitNames = (definition: SplitDefinition): readonly string[] =>
  (definition.by === 'ratio' ? definition.parts.length : definition.days.length + 1) === 2
    ? ['train', 'test']
    : ['train', 'validation', 'test']

/** A definition in words, the same for the same: what it is stored by where nobody names it. */
export function schemeName(definition: SplitDefinition): string {
  const by =
    definition.by === 'ratio'
      ? `${definition.parts.join(',')} seed ${definition.seed}`
      : `by date ${definition.days.join(',')}`
  const groups = SPLIT_GROUPS.filter((group) => definition.groupBy.includes(group))
  return groups.length === 0 ? by : `${by} keeping ${groups.join(' and ')} together`
}

/** 8,1,1 is 80,10,10. */
export const isSameDefinition = (one: SplitDefinition, other: SplitDefinition): boolean =>
  schemeName(inLowestTerms(one)) === schemeName(inLowestTerms(other))

function inLowestTerms(definition: SplitDefinition): SplitDefinition {
  if (definition.by !== 'ratio') return definition
  const whole = definition.parts.map((part) => Math.round(part * 1_000_000))
  const divisor = whole.reduce(greatestDivisor)
  return divisor === 0 ? definition : { ...definition, parts: whole.map((part) => part / divisor) }
}

const greatestDivisor = (a: number, b: number): number => (b === 0 ? a : greatestDivisor(b, a % b))

/** How many of so many articles each split is to have, to a tenth; null where the days decide. */
export function wantedOf(definition: SplitDefinition, articles: number): Record<string, number> | null {
  if (definition.by !== 'ratio') return null
  const { parts } = definition
  const sum = parts.reduce((all, part) => all + part, 0)
  const tenths = parts.map((part) => Math.round((part / sum) * articles * 10) / 10)
  return Object.fromEntries(splitNames(definition).map((name, n) => [name, tenths[n]!]))
}

interface Division {
  readonly unlooked: number
  readonly wanted?: Readonly<Record<string, number>> | undefined
}

/** What somebody who divides should know, in sentences. */
export function divisionWarnings(splits: Readonly<Record<string, number>>, { unlooked, wanted }: Division): string[] {
  const articles = (n: number) => `${n} ${n === 1 ? 'article' : 'articles'}`
  const all = Object.values(splits).reduce((sum, n) => sum + n, 0)
  const warnings: string[] = []
  for (const [name, n] of Object.entries(splits)) {
    if (n > 0 || all === 0) continue
    const why =
      wanted === undefined
        ? 'no article is of its days'
        : `${wanted[name]} of ${articles(all)} were wanted, and what belongs together is never divided`
    warnings.push(
      `${name} is empty: ${why}. Choose ${wanted === undefined ? 'other days' : 'larger parts, or group by less'}.`,
    )
  }
  if (unlooked > 0)
    warnings.push(
      `Near duplicates of ${articles(unlooked)} have not been looked for. The export does it first, and may divide otherwise.`,
    )
  return warnings
}
