/** What a spreadsheet would take for a formula, also behind spaces and in full-width letters. */
const FORMULA = /^\s*[=+\-@＝＋－＠]/u

/** A cell that a spreadsheet takes for text: an apostrophe stands before what would be a formula. */
export const safeCell = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)

const csvCell = (text: string): string => {
  const safe = safeCell(text)
  return /[",\n\r]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** One row as CSV (RFC 4180), with its line end. */
export const csvRow = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`

/** One row with tabs between the cells, as a spreadsheet takes it from the clipboard. */
export const tabRow = (cells: readonly string[]): string =>
  `${cells.map((cell) => safeCell(cell.replace(/[\t\n\r]+/g, ' '))).join('\t')}\n`
