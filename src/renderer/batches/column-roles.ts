import type { ImportOptions } from '../../shared/contract/import-options'
import type { ColumnMapping, ColumnRole } from '../../shared/domain/corpus/column-mapping'

const NAMES: Readonly<Record<ColumnRole, string>> = {
  text: 'Text',
  title: 'Title',
  date: 'Date',
  id: 'Id',
  url: 'Web address',
  lang: 'Language',
  source: 'Source',
  tags: 'Tags',
}

export const ROLE_CHOICES = Object.entries(NAMES).map(([id, name]) => ({ id, name }))

/** What a column is taken for; null: an extra field. */
export const roleOf = (mapping: ColumnMapping, column: string): ColumnRole | null =>
  (Object.entries(mapping) as [ColumnRole, string][]).find(([, name]) => name === column)?.[0] ?? null

/** The mapping with another role for a column; the column that had the role before is an extra field then. */
export function withRole(mapping: ColumnMapping, column: string, role: ColumnRole | null): ColumnMapping {
  const rest = Object.entries(mapping).filter(([known, name]) => known !== role && name !== column)
  return Object.fromEntries(role === null ? rest : [...rest, [role, column]])
}

/** What was chosen for these columns, where something was. */
export const chosenMapping = (mappings: ImportOptions['mappings'], columns: readonly string[]) =>
  mappings.find((one) => one.columns.join('\n') === columns.join('\n'))?.mapping

/** The mappings with this one for these columns. */
export const withMapping = (
  mappings: ImportOptions['mappings'],
  columns: readonly string[],
  mapping: ColumnMapping,
): ImportOptions['mappings'] => [
  ...mappings.filter((one) => one.columns.join('\n') !== columns.join('\n')),
  { columns: [...columns], mapping },
]
