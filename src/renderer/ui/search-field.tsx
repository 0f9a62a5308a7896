import { Search, X } from 'lucide-react'
import { SearchField as AriaSearchField, Button, Input } from 'react-aria-components'
import bare from './bare-input.module.css'
import styles from './search-field.module.css'

interface SearchFieldProps {
  readonly label: string
  readonly autoFocus?: boolean
  readonly value: string
  onChange(value: string): void
}

/** A field that narrows what stands below it. */
export function SearchField({ label, autoFocus = false, value, onChange }: SearchFieldProps) {
  return (
    <AriaSearchField
      className={styles.field}
      aria-label={label}
      autoFocus={autoFocus}
      value={value}
      onChange={onChange}
    >
      <Search size={14} strokeWidth={1.75} aria-hidden="true" />
      <Input className={bare.input} placeholder={label} spellCheck="false" />
      <Button className={styles.clear} aria-label="Clear">
        <X size={14} strokeWidth={1.75} aria-hidden="true" />
      </Button>
    </AriaSearchField>
  )
}
