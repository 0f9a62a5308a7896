import Database from 'better-sqlite3'
import { DictumError } from '../../shared/domain/result'
import { APPLICATION_ID } from '../project/database'
import { userVersion } from '../project/migrate'
import { isMeantAsProject } from '../project/probe'
import { readThrough } from '../project/read-through'

/** Reads a closed project file to its last page. Throws not_a_project; project_damaged unless it is whole. */
export async function requireSound(path: string): Promise<void> {
  if (!isMeantAsProject(path)) {
    throw new DictumError(
      'not_a_project',
      `${path} is not a Dictum project. Nothing was changed; choose another backup.`,
    )
  }
  try {
    const [[verdict] = []] = await readThrough(path, ['quick_check(1)'])
    if (verdict?.quick_check !== 'ok') throw new Error(String(verdict?.quick_check))
    requireOurs(path)
  } catch (error) {
    throw new DictumError(
      'project_damaged',
      `${path} is damaged. Nothing was changed; choose another backup.`,
      `${error}`,
    )
  }
}

export const isSound = (path: string): Promise<boolean> =>
  requireSound(path).then(
    () => true,
    () => false,
  )

function requireOurs(path: string): void {
  const db = new Database(path, { readonly: true, fileMustExist: true })
  try {
    if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID) throw new Error('not a project')
    if (userVersion(db) < 1) throw new Error('no version')
  } finally {
    db.close()
  }
}
