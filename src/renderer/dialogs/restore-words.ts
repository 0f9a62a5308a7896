import type { RestorePreview } from '../../shared/contract/changes'

const NAMES: Readonly<Record<string, string>> = {
  status: 'status',
  flagged: 'flag',
  title: 'title',
  publishedOn: 'date',
  lang: 'language',
  tags: 'tags',
  note: 'note',
  fields: 'document fields',
}

/** “status, title and note”. */
export function fieldNames(fields: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(fields.map((field) => NAMES[field] ?? field))
}

export const isNothing = ({ spans, links, fields }: RestorePreview): boolean =>
  fields.length === 0 && [...Object.values(spans), ...Object.values(links)].every((count) => count === 0)
