import { type FormEvent, useState } from 'react'
import { useExportStore } from '../state/export-store'
import { Button } from '../ui/button'
import { TextField } from '../ui/text-field'
import styles from './export-dialog.module.css'

interface PresetNameProps {
  readonly label: string
  /** What stands there at first. */
  readonly first: string
  /** The name that it has: to give it once more replaces nothing. */
  readonly own?: string
  onSave(name: string): Promise<boolean>
  onClose(): void
}

/** Asks for the name of a preset. */
export function PresetName({ label, first, own, onSave, onClose }: PresetNameProps) {
  const [typed, setName] = useState(first)
  const name = typed.trim()
  const isThere = useExportStore(({ presets }) => presets.some((preset) => preset.name === name)) && name !== own
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (name !== '' && (await onSave(name))) onClose()
  }
  return (
    <form className={styles.presetName} onSubmit={(event) => void save(event)}>
      <TextField
        label={label}
        autoFocus
        maxLength={80}
        value={typed}
        onChange={setName}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return event.continuePropagation()
          onClose()
        }}
        {...(isThere ? { hint: 'The one of that name is replaced.' } : {})}
      />
      <div className={styles.presetRow}>
        <Button type="submit" size="small" isDisabled={name === ''}>
          Save
        </Button>
        <Button variant="quiet" size="small" onPress={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
