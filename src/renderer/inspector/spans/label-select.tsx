import type { LabelSet, SpanLabel } from '../../../shared/domain/label-set/label-set'
import { DropDown } from '../controls/drop-down'
import styles from './label-select.module.css'

interface LabelSelectProps {
  readonly label: SpanLabel
  readonly labelSet: LabelSet
  readonly name?: string
  /** Labels that are switched off are offered too. */
  readonly withDisabled?: boolean
  onChoose(labelId: string): void
}

/** The label of a span; the labels that are switched off are offered only where the span has one of them. */
export function LabelSelect({ label, labelSet, name = 'Label', withDisabled = false, onChoose }: LabelSelectProps) {
  const labels = labelSet.labels.filter((other) => withDisabled || other.enabled || other.id === label.id)
  return (
    <DropDown
      name={name}
      value={label.id}
      options={labels.map(({ id, title, name: ownName, hue }) => ({
        id,
        name: title || ownName,
        icon: <span className={`${styles.swatch} hue-${hue}`} />,
      }))}
      onChoose={(id) => id !== null && id !== label.id && onChoose(id)}
    />
  )
}
