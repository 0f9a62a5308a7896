import { resolve } from 'node:path'
import type { Project } from '../store/project'
import { makeNewFile } from './new-file'

/**
 * Writes a copy of an open project, as it stands, to a path where nothing is yet: one whole file, unlike a copy of a
 * file that is in use. Throws as creating a project does, and disk_full. Returns the absolute path.
 */
export async function backUpProject(project: Project, path: string): Promise<{ path: string }> {
  const target = resolve(path)
  await makeNewFile(target, project.clock, async (temporary) => {
    project.sql.run('VACUUM INTO ?', temporary)
  })
  return { path: target }
}
