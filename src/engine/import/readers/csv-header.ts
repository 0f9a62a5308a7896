/** A name of a column is shorter. Characters. */
const LONGEST_NAME = 100

/** Whether the first row names the columns, rather than being one of the rows. */
export const isHeader = (cells: readonly string[]): boolean =>
  cells.some((cell) => /\p{L}/u.test(cell)) &&
  cells.every(
    (cell) =>
      cell.length <= LONGEST_NAME && !/[\r\n]|^https?:|^\d{4}-\d{2}-\d{2}|^\d{1,2}[./]\d{1,2}[./]\d{4}/.test(cell),
  )

/** The columns' names, no two the same. */
export function columnNames(cells: readonly string[], hasHeader: boolean): string[] {
  const taken = new Set<string>()
  return cells.map((cell, n) => {
    const name = (hasHeader ? cell.trim() : '') || `column ${n + 1}`
    let free = name
    for (let copy = 2; taken.has(free); copy++) free = `${name} (${copy})`
    taken.add(free)
    return free
  })
}
