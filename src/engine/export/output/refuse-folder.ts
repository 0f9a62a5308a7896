import { realpathSync, statSync } from 'node:fs'
import { dirname, resolve, sep } from 'node:path'
import { DictumError } from '../../../shared/domain/result'
import { isWritable } from '../../project/probe'
import type { Project } from '../../store/project'

const NAMED = 3

/**
 * Throws bad_request if the folder to write is a file, holds the project, or holds files that articles were read from; not_found
 * or io if it cannot be made.
 */
export function refuseFolder(project: Project, path: string): void {
  const folder = dirname(path)
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new DictumError('not_found', `The folder ${folder} is not there. Make it first, or choose another place.`)
  }
  const target = statSync(path, { throwIfNoEntry: false })
  if (target && !target.isDirectory()) {
    throw new DictumError(
      'bad_request',
      `${path} is a file. This export is a folder: name one that is empty, or a new one.`,
    )
  }
  if (!isWritable(folder)) throw new DictumError('io', `The folder ${folder} can only be read. Choose another place.`)
  if (!target) return
  const real = realpathSync(path)
  if (isBelow(realpathSync(project.path), real) || isBelow(resolve(project.path), path)) {
    throw new DictumError(
      'bad_request',
      `${path} is the folder of the project itself. Choose another one for the export.`,
    )
  }
  if ([path, real].some((one) => holdsSources(project, one))) {
    throw new DictumError(
      'bad_request',
      `${path} holds files that articles of this project were imported from. Choose another folder for the export.`,
    )
  }
}

const isBelow = (path: string, folder: string): boolean => path.startsWith(folder + sep)

function holdsSources({ sql }: Project, folder: string): boolean {
  const start = folder + sep
  return sql.get('SELECT 1 FROM article WHERE instr(path, ?) = 1 LIMIT 1', start) !== undefined
}

/** Throws bad_request if a folder has a file that is none of those that are to stand in it. */
export function refuseOthersFiles(path: string, there: readonly string[] | null, written: ReadonlySet<string>): void {
  const others = (there ?? []).filter((name) => !written.has(name))
  if (others.length === 0) return
  const names = others.slice(0, NAMED).join(', ') + (others.length > NAMED ? `, and ${others.length - NAMED} more` : '')
  throw new DictumError(
    'bad_request',
    `${path} holds other files than this export would write: ${names}. Nothing was changed. Name a folder that is empty, or a new one.`,
  )
}
