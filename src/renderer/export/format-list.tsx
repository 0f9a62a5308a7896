import { useEffect, useRef } from 'react'
import { Radio, RadioGroup } from 'react-aria-components'
import type { FormatInfo } from '../../shared/contract/export-methods'
import type { ExportFormatName } from '../../shared/domain/interchange'
import styles from './format-list.module.css'
import { FORMAT_PURPOSES, UNIT_WORDS } from './format-words'

interface FormatListProps {
  readonly formats: readonly FormatInfo[]
  readonly value: ExportFormatName
  onChoose(format: ExportFormatName): void
}

/** The formats one below the other: what each is for, and what its readers count in. */
export function FormatList({ formats, value, onChoose }: FormatListProps) {
  const list = useRef<HTMLDivElement>(null)
  const isThere = formats.length > 0
  // the one of last time may be below what is seen first
  useEffect(() => {
    if (isThere) list.current?.querySelector('[data-selected]')?.scrollIntoView({ block: 'nearest' })
  }, [isThere])
  return (
    <RadioGroup
      ref={list}
      className={styles.list}
      aria-label="Format"
      value={value}
      onChange={(name) => onChoose(name as ExportFormatName)}
    >
      {formats.map(({ name, title, unit }) => (
        <Radio key={name} value={name} className={styles.format}>
          <span className={styles.title}>{title}</span>
          <span className={styles.purpose}>{FORMAT_PURPOSES[name]}</span>
          <span className={styles.unit}>{UNIT_WORDS[unit]}</span>
        </Radio>
      ))}
    </RadioGroup>
  )
}
