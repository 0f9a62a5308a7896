import type { LabelSet } from '../../shared/domain/label-set/label-set'

export type Section = 'labels' | 'relations' | 'fields'

/** What the editor shows. */
export interface Selected {
  readonly section: Section
  readonly id: string
}

/** What was asked for, if it is in the set; else the first label. */
export function selectedIn(labelSet: LabelSet, wanted: Selected | null): Selected {
  if (wanted !== null && labelSet[wanted.section].some(({ id }) => id === wanted.id)) return wanted
  return { section: 'labels', id: labelSet.labels[0]!.id }
}
