import { Plus } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { IconButton } from '../ui/icon-button'
import styles from './add-item.module.css'

interface AddItemProps {
  /** “Add a label”. */
  readonly label: string
  /** What is wrong with a name, or null. */
  problem(name: string): string | null
  onAdd(name: string): Promise<boolean>
}

/** A line at the end of a list: a name typed into it makes one more. */
export function AddItem({ label, problem, onAdd }: AddItemProps) {
  const [name, setName] = useState('')
  const trimmed = name.trim()
  const wrong = trimmed === '' ? null : problem(trimmed)
  const add = () => {
    if (trimmed !== '' && wrong === null) void onAdd(trimmed).then((added) => added && setName(''))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') {
      event.preventDefault()
      add()
    } else if (event.key === 'Escape' && name !== '') {
      event.stopPropagation()
      setName('')
    }
  }
  return (
    <div className={styles.add}>
      <span className={styles.line}>
        <input
          className={styles.field}
          aria-label={label}
          placeholder={`${label}…`}
          maxLength={80}
          spellCheck={false}
          autoComplete="off"
          aria-invalid={wrong !== null}
          value={name}
          onChange={(event) => setName(event.target.value)}
          onKeyDown={onKeyDown}
        />
        {trimmed !== '' && (
          <IconButton icon={Plus} size="small" label="Add" isDisabled={wrong !== null} onPress={add} />
        )}
      </span>
      {wrong !== null && (
        <span className={styles.problem} role="status">
          {wrong}
        </span>
      )}
    </div>
  )
}
