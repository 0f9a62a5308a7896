import type { LabelSet, SpanLabel } from '../../shared/domain/label-set'
import { DropDown } from './drop-down'
import styles from './label-select.module.css'

interface LabelSelectProps {
  readonly label: SpanLabel
  readonly labelSet: LabelSet
  onChoose(labelId: string): void
}

/** The label of a span; the labels that are switched off are offered only where the span has one of them. */
export function LabelSelect({ label, labelSet, onChoose }: LabelSelectProps) {
  const labels = labelSet.labels.filter((other) => other.enabled || other.id === label.id)
  return (
    <DropDown
      name="Label"
      value={label.id}
      options={labels.map(({ id, title, name, hue }) => ({
        id,
        name: title || name,
        icon: <span className={`${styles.swatch} hue-${hue}`} />,
      }))}
      onChoose={(id) => id !== null && id !== label.id && onChoose(id)}
    />
  )
}
