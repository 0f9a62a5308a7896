import { useEffect, useState } from 'react'
import type { BatchRow } from '../../shared/contract/batch-methods'
import { reportFailure, useAppStore } from '../state/app-store'
import { useCorpusStore } from '../state/corpus-store'
import { askEngine } from '../state/engine'

/** All imports, newest first, as they are now; null until they have come. */
export function useBatchRows(): readonly BatchRow[] | null {
  const [rows, setRows] = useState<readonly BatchRow[] | null>(null)
  // whatever puts a batch away, undo and redo among it, changes one of these
  const undo = useAppStore((state) => state.project?.undo)
  const articleIds = useCorpusStore((state) => state.articleIds)
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again whenever something may have changed
  useEffect(() => {
    let isLate = false
    askEngine('batches.list', {}).then((reply) => {
      if (!isLate) setRows(reply)
    }, reportFailure)
    return () => {
      isLate = true
    }
  }, [undo, articleIds])
  return rows
}
