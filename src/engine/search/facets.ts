import type { Facets } from '../../shared/contract/search-methods'
import { type ArticleFilter, NO_FILTER } from '../../shared/domain/corpus/article-filter'
import type { Project } from '../store/project'
import { countArticles } from './article-query'
import { giveWay } from './give-way'

/** More than a menu can show; what is rarer is found by typing. */
const MOST = 200

interface Named {
  name: string
  articles: number
}

// those that are put away are few, and found without a look at the others
const SHOWN = "id NOT IN (SELECT id FROM article WHERE shelf IN ('hidden', 'archived', 'trash', 'superseded'))"
const OF_SHOWN = `article_${SHOWN}`

export const LABELS_QUERY = `SELECT label_id AS labelId, count(DISTINCT article_id) AS articles FROM span
  WHERE ${OF_SHOWN} GROUP BY label_id`
export const TAGS_QUERY = `SELECT tag AS name, count(*) AS articles FROM article_tag WHERE ${OF_SHOWN}
  GROUP BY tag ORDER BY articles DESC, tag LIMIT ${MOST}`
export const EXTRAS_QUERY = `SELECT key, count(DISTINCT article_id) AS articles FROM article_extra WHERE ${OF_SHOWN}
  GROUP BY key ORDER BY articles DESC, key LIMIT ${MOST}`
export const EXTRA_VALUES_QUERY = `SELECT value AS name, count(*) AS articles FROM article_extra
  WHERE key = ? AND ${OF_SHOWN} GROUP BY value ORDER BY articles DESC, value LIMIT ${MOST}`
export const ANNOTATORS_QUERY = `SELECT author AS name, count(DISTINCT article_id) AS articles FROM span
  WHERE ${OF_SHOWN} GROUP BY author ORDER BY articles DESC, author LIMIT ${MOST}`
export const LANGUAGES_QUERY = `SELECT coalesce(lang, '') AS name, count(*) AS articles
  FROM article INDEXED BY article_by_lang WHERE ${SHOWN} GROUP BY lang ORDER BY articles DESC, name LIMIT ${MOST}`
export const BATCHES_QUERY = `SELECT uid, started_at AS startedAt, sources, articles
  FROM (SELECT batch_id, count(*) AS articles FROM article INDEXED BY article_by_batch WHERE ${SHOWN} GROUP BY batch_id)
  JOIN batch ON batch.id = batch_id ORDER BY batch.id DESC LIMIT ${MOST}`
// each is one look at an end of the index; both in one select would walk it
export const DAYS_QUERY = `SELECT (SELECT min(published_on) FROM article WHERE shelf = 'shown') AS firstDay,
  (SELECT max(published_on) FROM article WHERE shelf = 'shown') AS lastDay`

/** What can be filtered by, counted over the whole list; gestures are made in between. */
export async function facets(project: Project): Promise<Facets> {
  const { sql } = project
  const inTurn = async <T>(count: () => T): Promise<T> => {
    await giveWay(project)
    return count()
  }
  const articles = (filter: Partial<ArticleFilter>) => inTurn(() => countArticles(project, { ...NO_FILTER, ...filter }))
  const rows = <T>(query: string) => inTurn(() => sql.all<T>(query))
  const [days] = await rows<{ firstDay: string | null; lastDay: string | null }>(DAYS_QUERY)
  return {
    labels: await rows<Facets['labels'][number]>(LABELS_QUERY),
    withoutSpeaker: await articles({ missing: ['speaker'] }),
    withoutDate: await articles({ missing: ['date'] }),
    firstDay: days?.firstDay ?? null,
    lastDay: days?.lastDay ?? null,
    undated: await articles({ undated: true }),
    batches: (await rows<{ uid: string; startedAt: string; sources: string; articles: number }>(BATCHES_QUERY)).map(
      ({ sources, ...batch }) => ({ ...batch, name: batchName(sources) }),
    ),
    languages: withRegions(await rows<Named>(LANGUAGES_QUERY)),
    tags: await rows<Named>(TAGS_QUERY),
    extras: await rows<{ key: string; articles: number }>(EXTRAS_QUERY),
    annotators: await rows<Named>(ANNOTATORS_QUERY),
    noted: await articles({ noted: true }),
  }
}

/** The values of a key of metadata. */
export const extraValues = ({ sql }: Project, key: string): Named[] => sql.all<Named>(EXTRA_VALUES_QUERY, key)

/** Each language with the articles of its regions, and then those regions, as a filter for a language finds them. */
function withRegions(tags: readonly Named[]): Named[] {
  const byLanguage = new Map<string, { articles: number; regions: Named[] }>()
  for (const tag of tags) {
    const name = tag.name.split('-', 1)[0]!
    const { articles, regions } = byLanguage.get(name) ?? { articles: 0, regions: [] }
    byLanguage.set(name, {
      articles: articles + tag.articles,
      regions: tag.name === name ? regions : [...regions, tag],
    })
  }
  const byArticles = [...byLanguage].sort(([, a], [, b]) => b.articles - a.articles)
  return byArticles.flatMap(([name, { articles, regions }]) => [{ name, articles }, ...regions])
}

/** The last part of the first path that was imported. */
function batchName(sources: string): string {
  const [first = ''] = JSON.parse(sources) as string[]
  return first.split(/[\\/]/).filter(Boolean).at(-1) ?? first
}
