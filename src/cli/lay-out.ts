/** Names and figures as two aligned columns, indented. */
export function columns(rows: readonly (readonly [name: string, value: string | number])[]): string {
  const nameWidth = Math.max(0, ...rows.map(([name]) => name.length))
  const valueWidth = Math.max(0, ...rows.map(([, value]) => String(value).length))
  return rows.map(([name, value]) => `  ${name.padEnd(nameWidth)}  ${String(value).padStart(valueWidth)}\n`).join('')
}

/** “1 article”, “2 articles”. */
export const counted = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`
