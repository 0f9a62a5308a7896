import { useEffect, useState } from 'react'
import type { ArticleRow } from '../../shared/domain/corpus/articles'
import { parseSearch } from '../../shared/domain/search/search-query'
import { reportFailure } from '../state/app-store'
import { askEngine } from '../state/engine'

/** One letter finds everything. */
const LEAST_LETTERS = 2
const MOST_ARTICLES = 8
const PAUSE_MS = 120

async function find(text: string): Promise<ArticleRow[]> {
  // an open bracket or quotation mark: the rest of it is still to be typed
  if (!parseSearch(text, { isTyping: true }).ok) return []
  const { articleIds } = await askEngine('articles.query', {
    filter: { statuses: [], flagged: false, text },
    sort: 'imported',
  })
  return askEngine('articles.rows', { articleIds: [...articleIds.subarray(0, MOST_ARTICLES)] })
}

/** The first articles whose title or text has the words typed, wherever the list's own filter stands. */
export function useArticleMatches(query: string, enabled: boolean): readonly ArticleRow[] {
  const [rows, setRows] = useState<readonly ArticleRow[]>([])
  const text = query.trim()
  const searching = enabled && text.length >= LEAST_LETTERS
  useEffect(() => {
    if (!searching) {
      setRows([])
      return
    }
    let overtaken = false
    const timer = setTimeout(() => {
      find(text).then((found) => {
        if (!overtaken) setRows(found)
      }, reportFailure)
    }, PAUSE_MS)
    return () => {
      overtaken = true
      clearTimeout(timer)
    }
  }, [text, searching])
  return rows
}
