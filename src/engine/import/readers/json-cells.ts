import { parseExactJson } from './exact-json'
import { type BadRow, type Cell, LARGEST_RECORD_CHARACTERS, type Row, tooLong } from './rows'

/** Objects inside objects are columns of their own, `meta.author`; deeper ones stay JSON. */
const DEEPEST = 8

/** A record's JSON as a row. */
export const rowOfJson = (json: string, line: number, damage: string | null): Row =>
  fromJson(json, line, damage, (object) => ({ line, cells: cellsOf(object) }))

/** What is made of a record's JSON, which must be an object. */
export function fromJson<T>(
  json: string,
  line: number,
  damage: string | null,
  make: (object: object) => T,
): T | BadRow {
  if (json === '') return { line, code: 'bad_record', message: CUT_OFF }
  if (json.length > LARGEST_RECORD_CHARACTERS) return tooLong(line)
  if (damage !== null && json.includes('\ufffd')) {
    return { line, code: 'undecodable', message: `This record cannot be read. ${damage}` }
  }
  try {
    const value = parseExactJson(json)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return make(value)
    return { line, code: 'bad_record', message: `This is no record, which would stand in { }: it is ${nameOf(value)}.` }
  } catch (error) {
    return { line, code: 'bad_record', message: `This is no JSON that can be read: ${reasonOf(error)}.` }
  }
}

const CUT_OFF = 'The list does not end, as if the file was cut off here. Fetch it, or export it, again.'

/** What the parser says, without the stretch of the text that it quotes. */
function reasonOf(error: unknown): string {
  // of the call stack
  if (error instanceof RangeError) return 'its brackets are nested too deeply'
  if (!(error instanceof SyntaxError)) throw error
  return error.message.replace(/, (?:\.\.\.)?".*$/s, '').replace(/ \(line .*$/, '')
}

const nameOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'a list' : `a ${typeof value}`

/** An object's fields, those of objects inside it by their path; what is null is left out. */
export function cellsOf(object: object): Record<string, Cell> {
  // no prototype: a field may be called anything
  const cells: Record<string, Cell> = Object.create(null)
  addCells(cells, object, '', 1)
  return cells
}

const textOfItem = (item: unknown): string => (typeof item === 'string' ? item : JSON.stringify(item))

function addCells(cells: Record<string, Cell>, object: object, prefix: string, depth: number): void {
  for (const [key, value] of Object.entries(object)) {
    const name = prefix + key
    if (value === null || value === undefined) continue
    if (Array.isArray(value)) cells[name] = value.filter((item) => item !== null).map(textOfItem)
    else if (typeof value !== 'object') cells[name] = value as Cell
    else if (depth >= DEEPEST) cells[name] = JSON.stringify(value)
    else addCells(cells, value, `${name}.`, depth + 1)
  }
}
