import type { ChangeSet } from '../../shared/contract/changes'
import type { List, SavedSearch } from '../../shared/contract/search-methods'
import { ListSchema } from '../../shared/contract/search-methods'
import { DictumError } from '../../shared/domain/result'
import { timestamp } from '../base/clock-and-ids'
import { doGesture } from '../store/history/gesture'
import type { Project } from '../store/project'
import { allSearches, findSearch, type StoredSearch, searchNamed } from '../store/rows/saved-search-rows'
import { quoted } from '../store/wording'
import { countArticles } from './article-query'
import { giveWay } from './give-way'

/** In the order of their names, each with how many articles it finds now; gestures are made in between. */
export async function savedSearches(project: Project): Promise<SavedSearch[]> {
  const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true })
  const searches: SavedSearch[] = []
  for (const { uid, name, definition } of allSearches(project.sql)) {
    await giveWay(project)
    // what a later filter asks for and this one did not know yet is filled in
    const list = ListSchema.parse(definition)
    searches.push({ uid, name, list, articles: countOrNull(project, list) })
  }
  return searches.sort((a, b) => collator.compare(a.name, b.name))
}

/** Keeps a list under a name; one of that name is replaced. */
export const saveSearch = (project: Project, author: string, name: string, list: List): ChangeSet =>
  doGesture(project, author, () => {
    const { sql, clock } = project
    const before = searchNamed(sql, name)
    const { uid, createdAt } = before ?? { uid: clock.uid(), createdAt: timestamp(clock) }
    return {
      kind: 'savedSearch.save',
      articleId: null,
      summary: `${before === null ? 'save' : 'replace'} the search ${quoted(name)}`,
      ops: [{ op: 'savedSearch.put', row: { uid, name, definition: { ...list }, createdAt } }],
    }
  })

/** Throws not_found, and rule_broken where another search has the name. */
export const renameSearch = (project: Project, author: string, uid: string, name: string): ChangeSet =>
  doGesture(project, author, () => {
    const search = requireSearch(project, uid)
    const other = searchNamed(project.sql, name)
    if (other !== null && other.uid !== uid) {
      throw new DictumError('rule_broken', `There is a saved search “${name}” already. Choose another name.`)
    }
    return {
      kind: 'savedSearch.rename',
      articleId: null,
      summary: `rename the search ${quoted(search.name)} to ${quoted(name)}`,
      ops: search.name === name ? [] : [{ op: 'savedSearch.put', row: { ...search, name } }],
    }
  })

/** Throws not_found. */
export const removeSearch = (project: Project, author: string, uid: string): ChangeSet =>
  doGesture(project, author, () => ({
    kind: 'savedSearch.remove',
    articleId: null,
    summary: `delete the search ${quoted(requireSearch(project, uid).name)}`,
    ops: [{ op: 'savedSearch.remove', uid }],
  }))

function requireSearch({ sql }: Project, uid: string): StoredSearch {
  const search = findSearch(sql, uid)
  if (search === null) throw new DictumError('not_found', 'This saved search is not in the project any more.')
  return search
}

function countOrNull(project: Project, { filter }: List): number | null {
  try {
    return countArticles(project, filter)
  } catch (error) {
    if (error instanceof DictumError && error.code === 'bad_request') return null
    throw error
  }
}
