import { realpathSync, type Stats, statSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { DictumError } from '../../../shared/domain/result'
import { isDatabaseFile, isWritable } from '../../project/probe'
import type { Project } from '../../store/project'

/** What SQLite keeps beside a project that is open. */
const COMPANIONS = ['-wal', '-shm', '-journal']

/**
 * Throws bad_request if the file to write is a folder or a device, a project or another database, or a file that an article was
 * read from; not_found or io if it cannot be written. Any other file may be replaced.
 */
export function refuseTarget(project: Project, path: string): void {
  const wanted = resolve(path)
  const folder = dirname(wanted)
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new DictumError('not_found', `The folder ${folder} is not there. Make it first, or choose another place.`)
  }
  const target = statSync(wanted, { throwIfNoEntry: false })
  if (target?.isDirectory()) throw new DictumError('bad_request', `${path} is a folder. Name a file to write.`)
  if (target && !target.isFile())
    throw new DictumError('bad_request', `${path} is no plain file. Name a file to write.`)
  if (!isWritable(folder)) throw new DictumError('io', `The folder ${folder} can only be read. Choose another place.`)
  const own = statSync(project.path, { throwIfNoEntry: false })
  if (isSame(own, target) || COMPANIONS.some((suffix) => resolve(project.path + suffix) === wanted)) {
    throw new DictumError('bad_request', `${path} is the project itself. Choose another name for the export.`)
  }
  if (target && isDatabaseFile(wanted)) {
    throw new DictumError(
      'bad_request',
      `${path} is a Dictum project or another database, which an export never replaces. Choose another name.`,
    )
  }
  if (isSourceOfArticle(project, wanted, target)) {
    throw new DictumError(
      'bad_request',
      `${path} is a file that an article of this project was imported from. Choose another name for the export.`,
    )
  }
}

const isSame = (one: Stats | undefined, other: Stats | undefined): boolean =>
  one !== undefined && other !== undefined && one.ino === other.ino && one.dev === other.dev

/** Also where a link leads to the article's file, or the article was imported through a folder behind a link. */
function isSourceOfArticle({ sql }: Project, wanted: string, target: Stats | undefined): boolean {
  const real = target ? realpathSync(wanted) : wanted
  if (sql.get('SELECT 1 FROM article WHERE path IN (?, ?)', wanted, real)) return true
  if (!target) return false
  const names = new Set([wanted, real].map((one) => basename(one).toLowerCase()))
  return sql
    .all<{ path: string }>('SELECT path FROM article')
    .some(
      ({ path }) =>
        names.has(basename(path).toLowerCase()) && isSame(statSync(path, { throwIfNoEntry: false }), target),
    )
}
