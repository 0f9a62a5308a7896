import type { Stats } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import type { ImportOptions } from '../../shared/contract/import-options'
import { ImportFailure } from './failure'
import { bytesOfPath, failed, type Walk } from './found-file'
import { PassedOver } from './passed-over'
import { asImportFailure } from './read-file'
import { FolderWalk } from './walk-folder'

/** Finds the files under the named paths: each path's in the order of their names, the same on every machine. */
export async function findFiles(
  paths: readonly string[],
  format: ImportOptions['format'],
  isCancelled: () => boolean,
  onFound: (files: number) => void = () => {},
): Promise<Walk> {
  const walk: Walk = { files: [], problems: [], passedOver: new PassedOver() }
  for (const path of paths) {
    if (isCancelled()) break
    const before = walk.files.length
    await addNamed(walk, path, format, isCancelled, (files) => onFound(before + files))
  }
  return walk
}

async function addNamed(
  walk: Walk,
  path: string,
  format: ImportOptions['format'],
  isCancelled: () => boolean,
  onFound: (files: number) => void,
): Promise<void> {
  try {
    const { found, rawPath } = await locate(path)
    const name = basename(resolve(path))
    if (found.isDirectory()) {
      const folder = new FolderWalk(walk, format, isCancelled, onFound)
      await folder.run({ path, source: name, rawPath })
    } else if (found.isFile()) {
      walk.files.push({ path, source: name, rawPath })
    } else {
      const message = 'This is a pipe, a socket or a device, not a file, so it was not read.'
      walk.problems.push(failed(path, 'unsupported', message))
    }
  } catch (error) {
    const failure = asImportFailure(error, path)
    if (!(failure instanceof ImportFailure)) throw error
    walk.problems.push(failed(path, failure.code, failure.message))
  }
}

/** What lies at a path; a report's path may stand for one whose bytes are no UTF-8. */
async function locate(path: string): Promise<{ found: Stats; rawPath?: Buffer }> {
  try {
    return { found: await stat(path) }
  } catch (error) {
    const rawPath = bytesOfPath(path)
    if (rawPath === null) throw error
    return { found: await stat(rawPath).catch(() => Promise.reject(error)), rawPath }
  }
}
