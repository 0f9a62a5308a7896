import { useEffect, useState } from 'react'
import type { LabelSetUsage } from '../../shared/contract/label-sets'
import { reportFailure, useAppStore } from '../state/app-store'
import { askEngine } from '../state/engine'

/** How much of the label set is used; asked again after every gesture. Null until the first answer. */
export function useUsage(): LabelSetUsage | null {
  const undo = useAppStore((state) => state.project?.undo)
  const [usage, setUsage] = useState<LabelSetUsage | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `undo` changes with every gesture
  useEffect(() => {
    let isCurrent = true
    askEngine('labelset.usage', {}).then(
      (answer) => isCurrent && setUsage(answer),
      (error: unknown) => isCurrent && reportFailure(error),
    )
    return () => {
      isCurrent = false
    }
  }, [undo])
  return usage
}
