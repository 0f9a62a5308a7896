import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** A folder that may lie beside the checkout and is no part of the project: `../<any>/NAME`, or in what DICTUM_SHARED names. */
export function folderBeside(name: string, proof: string): string | null {
  const parents =
    process.env.DICTUM_SHARED === undefined
      ? readdirSync('..', { withFileTypes: true }).flatMap((entry) =>
          entry.isDirectory() && !entry.name.startsWith('.') ? [resolve('..', entry.name)] : [],
        )
      : [resolve(process.env.DICTUM_SHARED)]
  const folders = parents.map((parent) => join(parent, name))
  return folders.find((folder) => existsSync(join(folder, proof))) ?? null
}
