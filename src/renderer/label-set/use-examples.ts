import { useEffect, useState } from 'react'
import type { ShownExample } from '../../shared/contract/label-sets'
import type { SpanLabel } from '../../shared/domain/label-set/label-set'
import { reportFailure } from '../state/app-store'
import { askEngine } from '../state/engine'

/** The examples of a label with where they stand now. Asked again when they, or `moment`, change. */
export function useExamples(label: SpanLabel | undefined, moment: unknown): readonly ShownExample[] {
  const [shown, setShown] = useState<{ labelId: string; examples: readonly ShownExample[] } | null>(null)
  const labelId = label?.id
  const count = label?.examples.length ?? 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: the engine knows them; these say when they may have changed
  useEffect(() => {
    if (labelId === undefined || count === 0) {
      setShown(null)
      return
    }
    let isCurrent = true
    askEngine('labelset.examples', { labelId }).then(
      (examples) => isCurrent && setShown({ labelId, examples }),
      (error: unknown) => isCurrent && reportFailure(error),
    )
    return () => {
      isCurrent = false
    }
  }, [labelId, count, label?.examples, moment])
  return shown !== null && shown.labelId === labelId ? shown.examples : []
}
