import type { LabelSet } from '../../shared/domain/label-set/label-set'
import { titleOf } from '../../shared/domain/label-set/label-set-words'

/** The titles of labels by their ids. */
export function labelTitles(labelSet: LabelSet | undefined): (labelId: string) => string {
  const titles = new Map(labelSet?.labels.map((label) => [label.id, titleOf(label)]))
  return (labelId) => titles.get(labelId) ?? labelId
}
