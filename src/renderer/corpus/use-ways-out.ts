import { useEffect, useState } from 'react'
import { reportFailure, useAppStore } from '../state/app-store'
import { useCorpusStore } from '../state/corpus-store'
import { askEngine } from '../state/engine'
import { type FilterPart, filterParts } from './condition-words'

export interface WayOut extends FilterPart {
  readonly articles: number
}

const MOST = 4

/** Which parts of a filter that finds nothing could be dropped, each with what would be found then; the most first. */
export function useWaysOut(): readonly WayOut[] {
  const filter = useCorpusStore((state) => state.filter)
  const labelSet = useAppStore((state) => state.project?.labelSet)
  const [ways, setWays] = useState<readonly WayOut[]>([])
  useEffect(() => {
    setWays([])
    if (labelSet === undefined) return
    const parts = filterParts(filter, labelSet)
    // the only part: dropping it is clearing the filter
    if (parts.length < 2) return
    let isLate = false
    Promise.all(
      parts.map(async (part) => ({ ...part, ...(await askEngine('search.count', { filter: part.without })) })),
    ).then((counted) => {
      const open = counted.filter(({ articles }) => articles > 0).sort((a, b) => b.articles - a.articles)
      if (!isLate) setWays(open.slice(0, MOST))
    }, reportFailure)
    return () => {
      isLate = true
    }
  }, [filter, labelSet])
  return ways
}
