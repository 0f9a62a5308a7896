import type { Mark, Snippet } from '../../shared/contract/search-methods'
import type { DocRange } from '../../shared/domain/text/segmentation'
import type { Sql } from '../store/sql'
import { matchPlaces, placeFinder } from './match-places'
import { readQuery } from './read-query'
import { snippetOf } from './snippet'

const toMark = ({ start, end }: DocRange): Mark => [start, end]

/** What to show of articles for a query; none if nothing is asked for. Throws bad_request. */
export function snippets(sql: Sql, text: string, articleIds: readonly number[]): Snippet[] {
  const node = readQuery(text, { isTyping: true })
  if (node === null) return []
  return matchPlaces(sql, node, articleIds).map(({ articleId, inTitle, inText, text: whole }) => {
    const { words, marks } = snippetOf(whole, inText)
    return { articleId, titleMarks: inTitle.map(toMark), words, marks: [...marks], hits: inText.length }
  })
}

/** Where a query's words stand in the text of an article. Throws bad_request. */
export function placesInText(sql: Sql, text: string, articleId: number): Mark[] {
  const node = readQuery(text, { isTyping: true })
  return node === null ? [] : (placeFinder(sql, node)(articleId)?.inText.map(toMark) ?? [])
}
