import { DictumError } from '../../shared/domain/result'
import { breathe } from '../base/jobs'
import type { Project } from '../store/project'

/** Lets gestures that wait go first, between two pieces of a long count. Throws no_project where it was closed meanwhile. */
export async function giveWay({ sql }: Pick<Project, 'sql'>): Promise<void> {
  await breathe()
  if (!sql.db.open) throw new DictumError('no_project', 'The project was closed before everything was counted.')
}
