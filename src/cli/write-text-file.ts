import { existsSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { DictumError } from '../shared/domain/result'

/** Writes a text so that a reader finds the old file or the new one. Throws io; a project is never replaced. */
export function writeTextFile(path: string, text: string): void {
  if (path.toLowerCase().endsWith('.dictum')) {
    throw new DictumError('bad_request', `${path} is the name of a project. Choose another one.`)
  }
  if (existsSync(path) && !statSync(path).isFile()) {
    throw new DictumError('bad_request', `${path} is no plain file. Name a file to write.`)
  }
  const folder = dirname(resolve(path))
  if (!existsSync(folder)) {
    throw new DictumError('not_found', `The folder ${folder} is not there. Make it first, or choose another place.`)
  }
  const partial = `${path}.partial-${process.pid}`
  try {
    writeFileSync(partial, text)
    renameSync(partial, path)
  } catch (error) {
    rmSync(partial, { force: true })
    throw error
  }
}
