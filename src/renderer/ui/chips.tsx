import type { ReactNode } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import styles from './chips.module.css'
import { classNames } from './class-names'
import { formatCount } from './format'
import { Tooltip } from './tooltip'

export interface ChipOption<Id extends string> {
  readonly id: Id
  readonly name: string
  readonly count?: number | undefined
  /** Before the name: a dot, a swatch. */
  readonly mark?: ReactNode
  /** The mark stands for the name, which the tooltip tells. */
  readonly isBrief?: boolean
}

interface ChipsProps<Id extends string> {
  readonly label: string
  readonly options: readonly ChipOption<Id>[]
  readonly selected: readonly Id[]
  /** `single`: always exactly one. `multiple`: any number. */
  readonly mode: 'single' | 'multiple'
  readonly size?: 'small' | 'medium'
  onChange(selected: Id[]): void
}

/** Rounded toggles in a row that wraps; one stop for Tab, arrows among them. */
export function Chips<Id extends string>({
  label,
  options,
  selected,
  mode,
  size = 'medium',
  onChange,
}: ChipsProps<Id>) {
  return (
    <ToggleButtonGroup
      className={styles.group}
      aria-label={label}
      selectionMode={mode}
      disallowEmptySelection={mode === 'single'}
      selectedKeys={selected}
      onSelectionChange={(keys) => onChange(options.map((option) => option.id).filter((id) => keys.has(id)))}
    >
      {options.map((option) => (
        <Chip key={option.id} option={option} size={size} />
      ))}
    </ToggleButtonGroup>
  )
}

function Chip<Id extends string>({ option, size }: { readonly option: ChipOption<Id>; readonly size: string }) {
  const { id, name, count, mark, isBrief = false } = option
  const counted = count === undefined ? undefined : formatCount(count)
  const chip = (
    <ToggleButton
      id={id}
      className={classNames(styles.chip, styles[size])}
      {...(isBrief ? { 'aria-label': [name, counted].filter(Boolean).join(' ') } : {})}
    >
      {mark}
      {!isBrief && <span className={styles.name}>{name}</span>}
      {counted !== undefined && <span className={styles.count}>{counted}</span>}
    </ToggleButton>
  )
  return isBrief ? <Tooltip text={name}>{chip}</Tooltip> : chip
}
