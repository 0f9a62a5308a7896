import type { LineRanges } from '../../shared/contract/concordance-methods'
import { useConcordanceStore } from '../state/concordance-store'
import { countChosen, withRange, withToggled } from '../state/line-choice'

/** What was chosen before the range that is being drawn out now. */
let before: LineRanges = []

/** The keyboard goes to a line, and a range would start there. */
export function goTo(line: number): void {
  before = useConcordanceStore.getState().chosen
  useConcordanceStore.setState({ active: line, anchor: line })
}

export function toggleLine(line: number): void {
  if (line < 0) return
  useConcordanceStore.setState((state) => ({ chosen: withToggled(state.chosen, line) }))
  goTo(line)
}

/** Chooses all lines from where the range started to this one. */
export function chooseTo(line: number): void {
  const { anchor, active } = useConcordanceStore.getState()
  const from = anchor === -1 ? Math.max(active, 0) : anchor
  const chosen = withRange(before, Math.min(from, line), Math.max(from, line) + 1)
  useConcordanceStore.setState({ active: line, anchor: from, chosen })
}

/** All lines; none where all are chosen already. */
export function chooseAll(): void {
  const { chosen, found } = useConcordanceStore.getState()
  const all = found?.hits ?? 0
  before = countChosen(chosen) === all || all === 0 ? [] : [[0, all]]
  useConcordanceStore.setState({ chosen: before })
}
