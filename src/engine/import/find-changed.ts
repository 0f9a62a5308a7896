import { createHash } from 'node:crypto'
import type { ChangedFile, ChangesReport } from '../../shared/contract/jobs'
import type { JobControl, JobEnd } from '../base/jobs'
import { pacer } from '../base/pace'
import type { Project } from '../store/project'
import { ImportFailure } from './failure'
import { bytesOfPath } from './found-file'
import { readArticleFile } from './read-file'

const MOST_LISTED = 1000

interface Known {
  id: number
  path: string
  title: string
  sha256: string
}

/** Reads the files that articles were imported from, and tells which have changed since or are gone. */
export async function findChanged({ sql }: Project, control: JobControl): Promise<JobEnd<ChangesReport>> {
  const ofProject = `FROM article WHERE part = '' AND shelf IN ('shown', 'hidden', 'archived')`
  const total = sql.get<{ n: number }>(`SELECT count(*) AS n ${ofProject}`)?.n ?? 0
  const inCollections = sql.get<{ n: number }>(
    `SELECT count(*) AS n FROM article WHERE part <> '' AND shelf IN ('shown', 'hidden', 'archived')`,
  )
  const found = { changed: [] as ChangedFile[], missing: [] as ChangedFile[] }
  const pace = pacer()
  let read = 0
  for (let afterId = 0; ; ) {
    const known = sql.all<Known>(
      `SELECT id, path, title, sha256 ${ofProject} AND id > ? ORDER BY id LIMIT 200`,
      afterId,
    )
    if (known.length === 0) break
    for (const { id, path, title, sha256 } of known) {
      if (control.isCancelled()) return { state: 'cancelled', report: null }
      const now = await hashOf(path)
      if (now !== sha256) found[now === null ? 'missing' : 'changed'].push({ articleId: id, title, path })
      control.progress('Reading files', ++read, total)
      await pace()
    }
    afterId = known[known.length - 1]!.id
  }
  return {
    state: 'done',
    report: {
      files: read,
      inCollections: inCollections?.n ?? 0,
      changed: found.changed.length,
      missing: found.missing.length,
      changedFiles: found.changed.slice(0, MOST_LISTED),
      missingFiles: found.missing.slice(0, MOST_LISTED),
    },
  }
}

/** Null where the file cannot be read. */
async function hashOf(path: string | Buffer): Promise<string | null> {
  try {
    return createHash('sha256')
      .update(await readArticleFile(path))
      .digest('hex')
  } catch (error) {
    if (!(error instanceof ImportFailure)) throw error
    const bytes = typeof path === 'string' ? bytesOfPath(path) : null
    return bytes === null ? null : hashOf(bytes)
  }
}
