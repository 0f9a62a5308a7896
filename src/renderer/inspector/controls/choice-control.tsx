import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import styles from './choice-control.module.css'
import { DropDown } from './drop-down'

interface Option {
  readonly id: string
  readonly name: string
}

interface ChoiceControlProps {
  readonly name: string
  readonly options: readonly Option[]
  readonly value: string | null
  onChoose(id: string | null): void
}

/** More options, or more letters in all, than this take up more room side by side than they are worth. */
const MOST_SIDE_BY_SIDE = 5
const MOST_LETTERS = 48

/** One of several options, or none: side by side while there are few. A letter chooses the next option that begins so. */
export function ChoiceControl({ name, options, value, onChoose }: ChoiceControlProps) {
  const letters = options.reduce((sum, option) => sum + option.name.length, 0)
  if (options.length > MOST_SIDE_BY_SIDE || letters > MOST_LETTERS) {
    return <DropDown name={name} options={options} value={value} none="none" onChoose={onChoose} />
  }
  const optionFor = (letter: string): Option | undefined => {
    const fitting = options.filter((option) => option.name.toLowerCase().startsWith(letter.toLowerCase()))
    return fitting[(fitting.findIndex((option) => option.id === value) + 1) % fitting.length]
  }
  return (
    <ToggleButtonGroup
      className={styles.group}
      aria-label={name}
      selectedKeys={value === null ? [] : [value]}
      onSelectionChange={(keys) => onChoose([...keys].map(String)[0] ?? null)}
    >
      {options.map((option) => (
        <ToggleButton
          key={option.id}
          id={option.id}
          className={styles.option}
          onKeyDown={(event) => {
            const plain = !event.ctrlKey && !event.metaKey && !event.altKey && event.key.length === 1
            const meant = plain ? optionFor(event.key) : undefined
            if (meant === undefined) event.continuePropagation()
            else onChoose(meant.id)
          }}
        >
          {option.name}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
