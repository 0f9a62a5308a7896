import { lazy, Suspense } from 'react'
import { useGuidelines } from '../state/guidelines'

const GuidelinesPanel = lazy(async () => ({ default: (await import('../label-set/guidelines-panel')).GuidelinesPanel }))

/** Where the guidelines stand while they are open. */
export function GuidelinesPlace() {
  const isOpen = useGuidelines((state) => state.isOpen)
  return <Suspense fallback={null}>{isOpen && <GuidelinesPanel />}</Suspense>
}
