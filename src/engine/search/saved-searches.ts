import type { List, SavedSearch } from '../../shared/contract/search-methods'
import { ListSchema } from '../../shared/contract/search-methods'
import { DictumError } from '../../shared/domain/result'
import { timestamp } from '../clock-and-ids'
import type { Project } from '../project/project'
import { countArticles } from '../store/article-query'

interface Row {
  uid: string
  name: string
  definition: string
}

/** In the order of their names, each with how many articles it finds now. */
export function savedSearches(project: Project): SavedSearch[] {
  const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true })
  return project.sql
    .all<Row>('SELECT uid, name, definition FROM saved_search')
    .map(({ uid, name, definition }) => {
      // what a later filter asks for and this one did not know yet is filled in
      const list = ListSchema.parse(JSON.parse(definition))
      return { uid, name, list, articles: countOrNull(project, list) }
    })
    .sort((a, b) => collator.compare(a.name, b.name))
}

/** Keeps a list under a name; one of that name is replaced. */
export function saveSearch(project: Project, name: string, list: List): SavedSearch[] {
  const { sql, clock } = project
  sql.transaction(() => {
    sql.run('DELETE FROM saved_search WHERE name = ?', name)
    sql.run(
      'INSERT INTO saved_search (uid, name, definition, created_at) VALUES (?, ?, ?, ?)',
      clock.uid(),
      name,
      JSON.stringify(list),
      timestamp(clock),
    )
  })
  return savedSearches(project)
}

/** Throws not_found, and rule_broken where another search has the name. */
export function renameSearch(project: Project, uid: string, name: string): SavedSearch[] {
  const { sql } = project
  sql.transaction(() => {
    if (sql.get('SELECT 1 FROM saved_search WHERE name = ? AND uid <> ?', name, uid)) {
      throw new DictumError('rule_broken', `There is a saved search “${name}” already. Choose another name.`)
    }
    if (sql.run('UPDATE saved_search SET name = ? WHERE uid = ?', name, uid).changes === 0) throw notThere()
  })
  return savedSearches(project)
}

/** Throws not_found. */
export function removeSearch(project: Project, uid: string): SavedSearch[] {
  if (project.sql.run('DELETE FROM saved_search WHERE uid = ?', uid).changes === 0) throw notThere()
  return savedSearches(project)
}

const notThere = () => new DictumError('not_found', 'This saved search is not in the project any more.')

function countOrNull(project: Project, { filter }: List): number | null {
  try {
    return countArticles(project, filter)
  } catch (error) {
    if (error instanceof DictumError && error.code === 'bad_request') return null
    throw error
  }
}
