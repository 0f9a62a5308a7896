import { COLUMN_ROLES, type ColumnMapping } from '../../../shared/domain/column-mapping'
import { guessMapping } from '../../../shared/domain/guess-mapping'
import { ImportFailure } from '../failure'
import type { ReadOptions } from './reader'
import type { Cell } from './rows'

type Cells = Readonly<Record<string, Cell>>

/** Enough values to know a column by. */
export const SAMPLE_ROWS = 100
const SAMPLE_VALUE = 2000
const NAMED_IN_MESSAGE = 30

/** The fields of all records, in the order in which they come. */
export function columnsOf(sample: readonly Cells[]): string[] {
  const columns = new Set<string>()
  for (const cells of sample) for (const name of Object.keys(cells)) columns.add(name)
  return [...columns]
}

export function guessFrom(columns: readonly string[], sample: readonly Cells[]): ColumnMapping {
  return guessMapping(
    columns.map((name) => ({
      name,
      values: sample.map((cells) => asText(cells[name]).slice(0, SAMPLE_VALUE)),
    })),
  )
}

/** What was chosen for these columns now, or last, or else the guess; single roles that were given go before it. */
export function chooseMapping(
  columns: readonly string[],
  sample: readonly Cells[],
  options: ReadOptions,
): ColumnMapping {
  const isSame = (others: readonly string[]) =>
    others.length === columns.length && others.every((name) => columns.includes(name))
  const chosen =
    options.mappings.find((one) => isSame(one.columns))?.mapping ??
    options.rememberedMapping(columns) ??
    guessFrom(columns, sample)
  const given = Object.values(options.mapping)
  const rest = Object.entries(chosen).filter(([role, name]) => !(role in options.mapping) && !given.includes(name))
  return { ...Object.fromEntries(rest), ...options.mapping }
}

/** Throws no_text_column, if nothing is known to hold the text, or a column that was named is not there. */
export function requireMapping(mapping: ColumnMapping, columns: readonly string[]): ColumnMapping & { text: string } {
  const listed = columns.slice(0, NAMED_IN_MESSAGE).join(', ') + (columns.length > NAMED_IN_MESSAGE ? '…' : '')
  const missing = COLUMN_ROLES.find((role) => mapping[role] !== undefined && !columns.includes(mapping[role]))
  if (missing === 'text') {
    const message = `There is no column “${mapping.text}”, which is to hold the text. The columns are: ${listed}.`
    throw new ImportFailure('no_text_column', message)
  }
  const { text } = mapping
  if (text !== undefined) return { ...mapping, text }
  const message = `No column could be taken for the text. Choose one. The columns are: ${listed}.`
  throw new ImportFailure('no_text_column', message)
}

/** A value as one text. */
export const asText = (cell: Cell | undefined): string =>
  cell === undefined ? '' : typeof cell === 'object' ? cell.join('; ') : String(cell)
