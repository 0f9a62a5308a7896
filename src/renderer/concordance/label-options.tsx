import { enabledLabels, type LabelSet } from '../../shared/domain/label-set/label-set'
import { titleOf } from '../../shared/domain/label-set/label-set-words'
import type { DropDownOption } from '../inspector/controls/drop-down'
import styles from './concordance-source.module.css'

/** The labels that are switched on, each with its colour. */
export const labelOptions = (labelSet: LabelSet | undefined): DropDownOption[] =>
  labelSet === undefined
    ? []
    : enabledLabels(labelSet).map((label) => ({
        id: label.id,
        name: titleOf(label),
        icon: <span className={`${styles.swatch} hue-${label.hue}`} />,
      }))
