import { COLUMN_ROLES, type ColumnMapping } from '../../../shared/domain/corpus/column-mapping'
import { guessMapping, isNamedText } from '../../../shared/domain/corpus/guess-mapping'
import { ImportFailure } from '../failure'
import type { FoundTable, ReadOptions } from './reader'
import type { Cell, OpenedRows } from './rows'

type Cells = Readonly<Record<string, Cell>>

/** Enough values to know a column by. */
export const SAMPLE_ROWS = 100
const SAMPLE_VALUE = 2000
/** What a person is shown of it. */
const SHOWN_ROWS = 20
const SHOWN_VALUE = 200
const NAMED_IN_MESSAGE = 30

/** The fields of all records, in the order in which they come. */
export function columnsOf(sample: readonly Cells[]): string[] {
  const columns = new Set<string>()
  for (const cells of sample) for (const name of Object.keys(cells)) columns.add(name)
  return [...columns]
}

function guessFrom(columns: readonly string[], sample: readonly Cells[]): ColumnMapping {
  return guessMapping(
    columns.map((name) => ({
      name,
      values: sample.map((cells) => asText(cells[name]).slice(0, SAMPLE_VALUE)),
    })),
  )
}

/** How a list of records with these columns is read, and what it would be without a person's choice. */
export function tableOf(
  { separator }: Pick<OpenedRows, 'separator'>,
  columns: readonly string[],
  sample: readonly Cells[],
  options: ReadOptions,
): Omit<FoundTable, 'name' | 'format' | 'encoding'> {
  const guess = guessFrom(columns, sample)
  const mapping = chooseMapping(columns, guess, options)
  const rows = sample.slice(0, SHOWN_ROWS).map((cells) => {
    const shown = columns.map((name) => [name, asText(cells[name]).slice(0, SHOWN_VALUE)] as const)
    return Object.fromEntries(shown)
  })
  const isChosen = chosenFor(columns, options) !== undefined || Object.keys(options.mapping).length > 0
  const isTextGuessed =
    !isChosen && options.rememberedMapping(columns) === null && mapping.text !== undefined && !isNamedText(mapping.text)
  return { separator, columns, rows, guess, mapping, isTextGuessed, isChosen }
}

const chosenFor = (columns: readonly string[], { mappings }: ReadOptions): ColumnMapping | undefined =>
  mappings.find((one) => one.columns.length === columns.length && one.columns.every((name) => columns.includes(name)))
    ?.mapping

/** What was chosen for these columns now, or last, or else the guess; single roles that were given go before it. */
function chooseMapping(columns: readonly string[], guess: ColumnMapping, options: ReadOptions): ColumnMapping {
  const chosen = chosenFor(columns, options) ?? options.rememberedMapping(columns) ?? guess
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
