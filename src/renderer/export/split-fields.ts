import { type SplitDefinition, SplitDefinitionSchema } from '../../shared/domain/corpus/splits'

/** What is offered first. */
export const RATIO = { by: 'ratio', parts: [80, 10, 10], seed: 7 } as const satisfies Partial<SplitDefinition>

const itemsOf = (text: string): string[] =>
  text
    .split(/[,;\s]+/)
    .map((item) => item.trim())
    .filter((item) => item !== '')

/** “80, 10, 10” as numbers; null where it says no parts. */
export function readParts(text: string): number[] | null {
  const parts = itemsOf(text).map(Number)
  return SplitDefinitionSchema.safeParse({ ...RATIO, parts, groupBy: [] }).success ? parts : null
}

export const partsProblem = (text: string): string | null =>
  readParts(text) === null ? 'Two or three numbers above 0, such as 80, 10, 10.' : null

export function readSeed(text: string): number | null {
  const seed = /^\d+$/.test(text.trim()) ? Number(text) : Number.NaN
  return Number.isSafeInteger(seed) ? seed : null
}

/** “2025-01-01, 2025-06-01”; null where it says no days. */
export function readDays(text: string): string[] | null {
  const days = itemsOf(text)
  const areThere = days.every((day) => !Number.isNaN(Date.parse(`${day}T00:00:00Z`)))
  return areThere && SplitDefinitionSchema.safeParse({ by: 'date', days, groupBy: [] }).success ? days : null
}

export const daysProblem = (text: string): string | null =>
  readDays(text) === null ? 'One or two days, the earlier first, such as 2025-01-01.' : null
