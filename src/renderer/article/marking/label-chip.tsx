import type { SpanLabel } from '../../../shared/domain/label-set/label-set'
import { markSelection } from '../../state/gestures'
import { classNames } from '../../ui/class-names'
import { Kbd } from '../../ui/kbd'
import { keepFocus } from '../overlays/keep-focus'
import styles from './label-chip.module.css'

interface LabelChipProps {
  readonly label: SpanLabel
  /** Its place among the labels that can be chosen, from 1: the digit that marks with it. */
  readonly digit: number
  readonly isEnabled: boolean
  /** Without a border, for the popover. */
  readonly isPlain?: boolean
}

/** Marks the selection with a label. */
export function LabelChip({ label, digit, isEnabled, isPlain = false }: LabelChipProps) {
  const key = label.key?.toUpperCase() ?? (digit <= 9 ? String(digit) : null)
  return (
    <button
      type="button"
      data-tour={isPlain || label.role === null ? undefined : `label-${label.role}`}
      className={classNames(styles.chip, isPlain && styles.plain)}
      aria-disabled={!isEnabled}
      aria-keyshortcuts={key ?? undefined}
      title={label.description === '' ? undefined : label.description}
      tabIndex={isPlain ? -1 : undefined}
      onMouseDown={keepFocus}
      onClick={({ altKey }) => isEnabled && void markSelection(label.id, { exactly: altKey })}
    >
      <span className={classNames(styles.swatch, `hue-${label.hue}`)} aria-hidden="true" />
      <span className={styles.title}>{label.title || label.name}</span>
      {key !== null && <Kbd keys={key} />}
    </button>
  )
}
