import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

/** Every file in a folder and those below, by its path in it, byte for byte. */
export function filesBelow(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return Object.fromEntries(
    files
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((path): [string, string] => [relative(folder, path), readFileSync(path, 'latin1')])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}
