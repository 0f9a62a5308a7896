import type { ColumnMapping, ColumnRole } from '../../../shared/domain/corpus/column-mapping'
import type { ExtraValue } from '../../../shared/domain/corpus/found-metadata'
import { languageOf } from '../../../shared/domain/corpus/language-tags'
import { dayOf } from '../day-of'
import { type FoundMetadata, found } from '../metadata'
import { asText } from './choose-mapping'
import type { Cell } from './rows'

/** What a record's fields say of its article, and whether they hold a date that is not clear. */
export function declaredOf(
  cells: Readonly<Record<string, Cell>>,
  mapping: ColumnMapping,
  isTyped: boolean,
): { readonly declared: FoundMetadata; readonly unclearDate: string | null } {
  const used = new Set<string>()
  const read = <T>(role: ColumnRole, understand: (said: string) => T | null): T | null => {
    const column = mapping[role]
    const said = column === undefined ? '' : asText(cells[column]).trim()
    const value = said === '' ? null : understand(said)
    // what was not understood stays among the extra fields
    if (column !== undefined && (value !== null || said === '')) used.add(column)
    return value
  }
  const publishedOn = read('date', dayOf)
  const lang = read('lang', languageOf)
  const title = read('title', (said) => said.replace(/\s+/g, ' '))
  const url = read('url', (said) => (/^(https?:\/\/|www\.)\S+$/i.test(said) ? said : null))
  read('text', () => true)
  const tags = read('tags', () => tagsOf(cells[mapping.tags!]!)) ?? []
  const extra: Record<string, ExtraValue> = Object.create(null)
  for (const [name, cell] of Object.entries(cells)) {
    if (used.has(name) || cell === '') continue
    extra[name === mapping.source ? 'source' : name] = isTyped ? asExtra(cell) : typedOf(cell)
  }
  const said = mapping.date === undefined ? '' : asText(cells[mapping.date]).trim()
  const unclearDate = publishedOn === null && said !== '' ? said : null
  const dateFound = publishedOn === null ? null : 'column'
  const langFound = lang === null ? null : 'declared'
  return { declared: found({ title, publishedOn, dateFound, lang, langFound, url, tags, extra }), unclearDate }
}

function tagsOf(cell: Cell): string[] {
  const tags = typeof cell === 'object' ? cell : String(cell).split(/[;|]/.test(String(cell)) ? /[;|]/ : ',')
  return [...new Set(tags.map((tag) => tag.trim()).filter((tag) => tag !== ''))]
}

const asExtra = (cell: Cell): ExtraValue => (typeof cell === 'object' ? [...cell] : cell)

/** A table's cell, which is a text, as what it stands for; `007` and `1e5` are no numbers. */
function typedOf(cell: Cell): ExtraValue {
  if (typeof cell !== 'string') return asExtra(cell)
  if (/^-?(0|[1-9]\d{0,14})(\.\d{1,9})?$/.test(cell) && String(Number(cell)) === cell) return Number(cell)
  if (/^(true|false)$/i.test(cell)) return cell.toLowerCase() === 'true'
  return cell
}
