import { BookmarkPlus, Trash2 } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { DropDown } from '../inspector/controls/drop-down'
import { chooseExport, presetOf, removePreset, savePreset, useExportStore } from '../state/export-store'
import { Button } from '../ui/button'
import { IconButton } from '../ui/icon-button'
import { TextField } from '../ui/text-field'
import { useKeepKeyboard } from '../ui/use-keep-keyboard'
import styles from './export-dialog.module.css'

/** What was chosen before, under names: to be taken, kept and deleted. */
export function Presets() {
  const presets = useExportStore((state) => state.presets)
  const chosen = useExportStore(presetOf)
  const [isNaming, setIsNaming] = useState(false)
  const keeper = useKeepKeyboard<HTMLElement>()
  return (
    <section className={styles.presets} aria-label="Presets" {...keeper}>
      <div className={styles.presetRow}>
        {presets.length > 0 && (
          <DropDown
            name="Preset"
            placeholder="Choose a preset"
            value={chosen?.name ?? null}
            options={presets.map(({ name }) => ({ id: name, name }))}
            onChoose={(name) => {
              const preset = presets.find((one) => one.name === name)
              if (preset !== undefined) chooseExport(preset.options)
            }}
          />
        )}
        {chosen === undefined ? (
          <Button variant="quiet" size="small" icon={BookmarkPlus} onPress={() => setIsNaming(true)}>
            {presets.length === 0 ? 'Save as a preset…' : 'Save…'}
          </Button>
        ) : (
          <IconButton
            icon={Trash2}
            size="small"
            label={`Delete the preset ${chosen.name}`}
            onPress={() => void removePreset(chosen.name)}
          />
        )}
      </div>
      {isNaming && <PresetName onClose={() => setIsNaming(false)} />}
    </section>
  )
}

function PresetName({ onClose }: { onClose(): void }) {
  const [name, setName] = useState('')
  const isThere = useExportStore(({ presets }) => presets.some((preset) => preset.name === name.trim()))
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() !== '' && (await savePreset(name.trim()))) onClose()
  }
  return (
    <form className={styles.presetName} onSubmit={(event) => void save(event)}>
      <TextField
        label="Name of the preset"
        autoFocus
        maxLength={80}
        value={name}
        onChange={setName}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return event.continuePropagation()
          onClose()
        }}
        {...(isThere ? { hint: 'The one of that name is replaced.' } : {})}
      />
      <div className={styles.presetRow}>
        <Button type="submit" size="small" isDisabled={name.trim() === ''}>
          Save
        </Button>
        <Button variant="quiet" size="small" onPress={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
