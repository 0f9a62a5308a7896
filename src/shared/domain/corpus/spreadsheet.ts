/** What a spreadsheet would take for a formula, also behind spaces and in full-width letters; and what may hide one. */
const FORMULA = /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/u

/** A cell that a spreadsheet takes for text: an apostrophe stands before what would be a formula. */
export const safeCell = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)

/** One row as RFC 4180 has it, with its line end; `separator` is a comma or a tab. */
export const tableRow = (cells: readonly string[], separator: string): string =>
  `${cells.map((cell) => quoted(cell, separator)).join(separator)}\r\n`

const quoted = (cell: string, separator: string): string =>
  /["\n\r]/.test(cell) || cell.includes(separator) || cell !== cell.trim() ? `"${cell.replaceAll('"', '""')}"` : cell

/** One row as CSV, in which no cell is a formula. */
export const csvRow = (cells: readonly string[]): string => tableRow(cells.map(safeCell), ',')

/** One row with tabs between the cells, as a spreadsheet takes it from the clipboard. */
export const tabRow = (cells: readonly string[]): string =>
  `${cells.map((cell) => safeCell(cell.replace(/[\t\n\r]+/g, ' '))).join('\t')}\n`
