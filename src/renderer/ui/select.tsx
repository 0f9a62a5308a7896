import { Check, ChevronDown } from 'lucide-react'
import { Select as AriaSelect, Button, Label, ListBox, ListBoxItem, Popover, SelectValue } from 'react-aria-components'
import field from './field.module.css'
import menu from './menu.module.css'
import styles from './select.module.css'

interface SelectProps<Id extends string> {
  readonly label: string
  readonly options: readonly { readonly id: Id; readonly name: string }[]
  readonly value: Id
  onChange(id: Id): void
}

/** One of a few, in a list that drops down; typing the first letters chooses. */
export function Select<Id extends string>({ label, options, value, onChange }: SelectProps<Id>) {
  return (
    <AriaSelect
      className={field.field}
      value={value}
      onChange={(id) => {
        const chosen = options.find((option) => option.id === id)
        if (chosen !== undefined) onChange(chosen.id)
      }}
    >
      <Label className={field.label}>{label}</Label>
      <Button className={styles.button}>
        <SelectValue className={styles.value} />
        <ChevronDown size={16} strokeWidth={1.75} aria-hidden="true" />
      </Button>
      <Popover className={menu.popover} offset={4}>
        <ListBox className={menu.menu} items={options}>
          {({ id, name }) => (
            <ListBoxItem id={id} className={menu.item} textValue={name}>
              {({ isSelected }) => (
                <>
                  <span className={styles.name}>{name}</span>
                  {isSelected && <Check size={16} strokeWidth={1.75} aria-hidden="true" />}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
