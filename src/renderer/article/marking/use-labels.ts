import { useMemo } from 'react'
import { enabledLabels, type SpanLabel } from '../../../shared/domain/label-set/label-set'
import { useAppStore } from '../../state/app-store'

/** The labels that can be chosen, in the order of their digits. */
export function useLabels(): readonly SpanLabel[] {
  const labelSet = useAppStore((state) => state.project?.labelSet)
  return useMemo(() => (labelSet === undefined ? [] : enabledLabels(labelSet)), [labelSet])
}
