import type { ImportOptions } from '../../shared/contract/import-options'
import type { PreflightReport } from '../../shared/contract/preflight'
import { OFFSET_UNITS, UNIT_NAMES } from '../../shared/domain/text/offset-units'
import styles from '../dialogs/dialogs.module.css'
import { DropDown } from '../inspector/controls/drop-down'
import own from './preflight.module.css'
import { offsetsText } from './preflight-words'

type Offsets = ImportOptions['offsets']

const CHOICES: readonly { readonly id: Offsets; readonly name: string }[] = [
  { id: 'auto', name: 'Found out from the words' },
  ...OFFSET_UNITS.map((unit) => ({ id: unit, name: UNIT_NAMES[unit] })),
]

interface OffsetChoiceProps {
  readonly unit: PreflightReport['offset_unit']
  readonly value: Offsets
  onChoose(offsets: Offsets): void
}

/** What the offsets of annotated files count, and another choice where that cannot be right. */
export function OffsetChoice({ unit, value, onChoose }: OffsetChoiceProps) {
  return (
    <div className={own.choice}>
      <span className={styles.text}>{offsetsText(unit)}</span>
      <DropDown
        name="Offsets"
        value={value}
        options={CHOICES}
        onChoose={(chosen) => onChoose(CHOICES.find((choice) => choice.id === chosen)?.id ?? 'auto')}
      />
    </div>
  )
}
