import { FORMAT_NAMES } from '../../../shared/contract/format-names'
import type { AnnotatedFormat } from '../../../shared/domain/interchange'
import type { Warning } from './reader'
import type { Cell } from './rows'

const object = (...keys: readonly string[]): RegExp =>
  new RegExp(`^\\{${keys.map((key) => `(?=.*"(?:${key})":)`).join('')}`, 's')

/** Where annotated files have what is marked, and what its first item looks like; the format is that of most such files. */
const MARKS: readonly (readonly [columns: RegExp, item: RegExp, format: AnnotatedFormat])[] = [
  [/^(?:label|labels|entities|annotations)$/, /^\[\d+,\d+,"/, 'doccano'],
  [/^(?:label|labels|entities|annotations)$/, object('start_offset', 'end_offset'), 'doccano'],
  [/^(?:spans|ents|entities)$/, object('start|token_start', 'end|token_end', 'label'), 'prodigy'],
  [/^(?:annotations|completions|predictions)$/, object('result'), 'label-studio'],
]

/**
 * Looks for the first record in which something is marked, of a list that was taken for one of plain records: its first
 * records, by which it is known what a file is, may hold nothing yet, or be longer than what is looked at.
 */
export class MarksUnread {
  #isTold = false

  /** A word to the person about the first such record; null for all others. */
  look(cells: Readonly<Record<string, Cell>>): Warning | null {
    if (this.#isTold) return null
    for (const [column, cell] of Object.entries(cells)) {
      const item: unknown = Array.isArray(cell) ? cell[0] : undefined
      if (typeof item !== 'string') continue
      const found = MARKS.find(([columns, pattern]) => columns.test(column) && pattern.test(item))
      if (found === undefined) continue
      this.#isTold = true
      return unread(column, isOurs(cells) ? 'dictum' : found[2])
    }
    return null
  }
}

const isOurs = ({ schema }: Readonly<Record<string, Cell>>): boolean => String(schema).startsWith('dictum-jsonl/')

const unread = (column: string, format: AnnotatedFormat): Warning => ({
  code: 'annotations_unread',
  message:
    `Something is marked in “${column}” here, but the first records of the file do not show that it is annotated, so it was ` +
    `read as a list of records, and nothing that it marks came in. It looks like ${FORMAT_NAMES[format]}: import it with ` +
    `--format ${format}, also where its texts are in the project already.`,
})
