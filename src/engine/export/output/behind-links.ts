import { existsSync, lstatSync, realpathSync } from 'node:fs'
import { resolve } from 'node:path'
import { DictumError } from '../../../shared/domain/result'

/** Where a path leads: what is there is replaced, and a link to it stays one. Throws bad_request for a link to nothing. */
export function behindLinks(path: string): string {
  if (existsSync(path)) return realpathSync(path)
  if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) {
    const message = `${path} is a link to something that is not there. Take it away, or choose another name.`
    throw new DictumError('bad_request', message)
  }
  return resolve(path)
}
