/** Parts a cell at a sign that has no backslash before it. */
export function splitCell(cell: string, sign: string): string[] {
  if (!cell.includes(sign)) return [cell]
  const parts: string[] = []
  let from = 0
  for (let at = 0; at < cell.length; at++) {
    if (cell[at] === '\\') at++
    else if (cell[at] === sign) {
      parts.push(cell.slice(from, at))
      from = at + 1
    }
  }
  return [...parts, cell.slice(from)]
}

export interface Numbered {
  /** With its escapes. */
  readonly value: string
  /** `3`, `0_2`; null where there is none. */
  readonly number: string | null
}

const NUMBERED = /^((?:\\[\s\S]|[^\\])*?)\[(\d+(?:_\d+)?)\]$/

/** A value and the number in brackets behind it, which tells annotations apart. */
export function numbered(cell: string): Numbered {
  const found = cell.endsWith(']') ? NUMBERED.exec(cell) : null
  return found === null ? { value: cell, number: null } : { value: found[1]!, number: found[2]! }
}

/** Nothing is annotated there. */
export const NOTHING = '_'
/** What is annotated has no value. */
export const NO_VALUE = '*'
