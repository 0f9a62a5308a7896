import type { ColumnMapping, ColumnRole } from './column-mapping'
import { COLUMN_NAMES } from './column-names'
import { languageOf } from './language-tags'

/** A column with some of its values, as text. */
export interface SampledColumn {
  readonly name: string
  readonly values: readonly string[]
}

const ROLES = ['text', 'title', 'date', 'id', 'url', 'lang', 'source', 'tags'] as const

/** What values of a role look like, where they have a look; a column with other values is not taken for it. */
const SHAPES: Partial<Record<ColumnRole, Pick<RegExp, 'test'>>> = {
  date: /^\s*(\d{4}[-/.]?\d{2}|\d{1,2}[-/. ]|\p{L}{3,10}[., ]+\d|\d{10}(\d{3})?$)/u,
  url: /^\s*(https?:\/\/|www\.)/i,
  lang: { test: (said) => languageOf(said) !== null },
}
const MOST_OF_THEM = 0.6
/** An article is longer than any other field; by their length alone, shorter values are not taken for its text. */
const TEXT_LENGTH = 120
/** Where nothing is longer than that, what is so many words may be one. */
const TEXT_WORDS = 4

/** Which column holds what, by the names of the columns and the shapes of their values; what is not clear is left out. */
export function guessMapping(columns: readonly SampledColumn[]): ColumnMapping {
  const free = new Map(columns.map((column) => [column.name, column]))
  const mapping: Partial<Record<ColumnRole, string>> = {}
  const take = (role: ColumnRole, column: SampledColumn | undefined) => {
    if (column === undefined) return
    mapping[role] = column.name
    free.delete(column.name)
  }
  for (const role of ROLES) take(role, byName(role, [...free.values()]))
  if (mapping.text === undefined) take('text', longest([...free.values()]))
  if (mapping.url === undefined)
    take(
      'url',
      [...free.values()].find((column) => hasShape('url', column)),
    )
  return mapping
}

/** `meta.Published_On` is `publishedon`; the last part of a path counts as well as the whole. */
function keysOf(name: string): string[] {
  const fold = (part: string) =>
    part
      .normalize('NFD')
      .replace(/[^\p{L}\p{N}]/gu, '')
      .toLowerCase()
  return [fold(name), fold(name.slice(name.lastIndexOf('.') + 1))]
}

function byName(role: ColumnRole, columns: readonly SampledColumn[]): SampledColumn | undefined {
  for (const part of [0, 1]) {
    for (const known of COLUMN_NAMES[role]) {
      const found = columns.find((column) => keysOf(column.name)[part] === known && hasShape(role, column))
      if (found) return found
    }
  }
  return undefined
}

function hasShape(role: ColumnRole, { values }: SampledColumn): boolean {
  const said = values.filter((value) => value.trim() !== '')
  const shape = SHAPES[role]
  if (shape === undefined) return true
  // a column that says nothing yet goes by its name
  if (said.length === 0) return role !== 'url'
  return said.filter((value) => shape.test(value)).length >= MOST_OF_THEM * said.length
}

/** Whether a column's name says that it holds the text. */
export const isNamedText = (name: string): boolean => keysOf(name).some((key) => COLUMN_NAMES.text.includes(key))

function longest(columns: readonly SampledColumn[]): SampledColumn | undefined {
  const mean = ({ values }: SampledColumn, measure: (value: string) => number) =>
    values.reduce((sum, value) => sum + measure(value), 0) / Math.max(1, values.length)
  const length = (column: SampledColumn) => mean(column, (value) => value.length)
  const words = (column: SampledColumn) => mean(column, (value) => value.match(/\p{L}+/gu)?.length ?? 0)
  const [first] = columns.filter((column) => !hasShape('url', column)).sort((a, b) => length(b) - length(a))
  return first !== undefined && (length(first) >= TEXT_LENGTH || words(first) >= TEXT_WORDS) ? first : undefined
}
