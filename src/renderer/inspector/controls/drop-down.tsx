import { Check, ChevronDown } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components'
import { useAppStore } from '../../state/app-store'
import { useArticleStore } from '../../state/article-store'
import styles from './drop-down.module.css'

export interface DropDownOption {
  readonly id: string
  readonly name: string
  readonly icon?: ReactNode
}

interface DropDownProps {
  readonly name: string
  readonly value: string | null
  readonly options: readonly DropDownOption[]
  /** Offered as the first option, for no value at all. */
  readonly none?: string
  /** Stands there while there is no value. */
  readonly placeholder?: string
  onChoose(id: string | null): void
}

/** No option's id is empty, so that this one can stand for none. */
const NONE = ''

/** One of several options behind a button. Letters typed on it choose by their beginning. */
export function DropDown({ name, value, options, none, placeholder, onChoose }: DropDownProps) {
  const all = none === undefined ? options : [{ id: NONE, name: none }, ...options]
  const byPointer = useRef(false)
  // whoever chose with the mouse goes on writing where the keyboard was
  const leave = () => {
    if (!byPointer.current || useAppStore.getState().dialog !== null) return
    byPointer.current = false
    // the list gives the keyboard back to its button a frame after it is gone
    requestAnimationFrame(() => requestAnimationFrame(() => useArticleStore.getState().view?.focus()))
  }
  return (
    <Select
      className={styles.select}
      aria-label={name}
      {...(placeholder === undefined ? {} : { placeholder })}
      selectedKey={value ?? (none === undefined ? null : NONE)}
      onOpenChange={(isOpen) => !isOpen && leave()}
      onSelectionChange={(key) => onChoose(key === NONE ? null : String(key))}
    >
      <Button
        className={styles.button}
        onPressStart={({ pointerType }) => {
          byPointer.current = pointerType !== 'keyboard' && pointerType !== 'virtual'
        }}
      >
        <SelectValue className={styles.value} />
        <ChevronDown size={14} strokeWidth={1.75} aria-hidden="true" />
      </Button>
      <Popover className={styles.popover} offset={4}>
        <ListBox className={styles.list} items={all}>
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.name} className={styles.option}>
              {'icon' in option && option.icon}
              <span className={styles.text}>{option.name}</span>
              <Check className={styles.check} size={14} strokeWidth={2} aria-hidden="true" />
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  )
}
