import type { Stats } from '../../../shared/contract/project'
import type { Status } from '../../../shared/domain/corpus/articles'
import type { Project } from '../project'
import { IS_COUNTED, OF_COUNTED_ARTICLE } from './shelf-conditions'

const COUNTS_QUERY = `SELECT status, count(*) AS articles, sum(flagged) AS flagged FROM article
  WHERE ${IS_COUNTED} GROUP BY status`

/** What the project holds, counted. */
export function projectStats(project: Project): Stats {
  const { sql, labelSet } = project
  const byStatus: Record<Status, number> = { todo: 0, in_progress: 0, done: 0, skipped: 0 }
  let articles = 0
  let flagged = 0
  for (const row of sql.all<{ status: Status; articles: number; flagged: number }>(COUNTS_QUERY)) {
    byStatus[row.status] = row.articles
    articles += row.articles
    flagged += row.flagged
  }
  const byLabel: Record<string, number> = Object.fromEntries(labelSet.labels.map((label) => [label.name, 0]))
  let spans = 0
  for (const row of sql.all<{ label_id: string; n: number }>(
    `SELECT label_id, count(*) AS n FROM span WHERE ${OF_COUNTED_ARTICLE} GROUP BY label_id`,
  )) {
    byLabel[labelSet.labels.find(({ id }) => id === row.label_id)?.name ?? row.label_id] = row.n
    spans += row.n
  }
  const annotators = new Map<string, { name: string; spans: number; relations: number }>()
  let relations = 0
  for (const what of ['span', 'relation'] as const) {
    for (const { author, n } of sql.all<{ author: string; n: number }>(
      `SELECT author, count(*) AS n FROM ${what} WHERE ${OF_COUNTED_ARTICLE} GROUP BY author`,
    )) {
      const entry = annotators.get(author) ?? { name: author, spans: 0, relations: 0 }
      entry[what === 'span' ? 'spans' : 'relations'] = n
      annotators.set(author, entry)
      if (what === 'relation') relations += n
    }
  }
  return {
    articles,
    spans,
    relations,
    by_label: byLabel,
    by_status: byStatus,
    flagged,
    annotators: [...annotators.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
  }
}
