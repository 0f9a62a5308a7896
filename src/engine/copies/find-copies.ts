import type { CopiesReport } from '../../shared/contract/jobs'
import type { BackgroundControl, JobEnd } from '../base/jobs'
import type { Project } from '../store/project'
import { groupArticles } from './group-articles'
import { signArticles } from './sign-articles'

/**
 * Looks for articles that are nearly the same, among those that have not been looked at, or among `all`. It is no gesture:
 * what is found follows from the texts.
 */
export async function findCopies(
  project: Project,
  all: boolean,
  control: BackgroundControl,
): Promise<JobEnd<CopiesReport>> {
  const cancelled = { state: 'cancelled', report: null } as const
  if (!(await signArticles(project, control))) return cancelled
  const found = await groupArticles(project, all, control)
  if (found === null) return cancelled
  const counts = project.sql.get<{ groups: number; articles: number }>(
    'SELECT count(DISTINCT group_id) AS "groups", count(*) AS articles FROM near_duplicate',
  )
  return {
    state: 'done',
    report: { groups: counts?.groups ?? 0, articles: counts?.articles ?? 0, changed: found.changed },
  }
}
