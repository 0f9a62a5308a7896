import { BookmarkPlus, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { DropDown } from '../inspector/controls/drop-down'
import { presetOf, removePreset, renamePreset, savePreset, takePreset, useExportStore } from '../state/export-store'
import { Button } from '../ui/button'
import { IconButton } from '../ui/icon-button'
import { useKeepKeyboard } from '../ui/use-keep-keyboard'
import styles from './export-dialog.module.css'
import { PresetName } from './preset-name'

/** What was chosen before, under names: to be taken, kept, renamed and deleted. */
export function Presets() {
  const presets = useExportStore((state) => state.presets)
  const chosen = useExportStore(presetOf)
  const taken = useExportStore((state) => state.taken)
  const [naming, setNaming] = useState<'new' | 'another' | null>(null)
  const keeper = useKeepKeyboard<HTMLElement>()
  const close = () => setNaming(null)
  return (
    <section className={styles.presets} aria-label="Presets" {...keeper}>
      <div className={styles.presetRow}>
        {presets.length > 0 && (
          <DropDown
            name="Preset"
            placeholder="Choose a preset"
            value={chosen?.name ?? null}
            options={presets.map(({ name }) => ({ id: name, name }))}
            onChoose={(name) => name !== null && takePreset(name)}
          />
        )}
        {chosen === undefined ? (
          <Button variant="quiet" size="small" icon={BookmarkPlus} onPress={() => setNaming('new')}>
            {presets.length === 0 ? 'Save as a preset…' : 'Save…'}
          </Button>
        ) : (
          <>
            <IconButton
              icon={Pencil}
              size="small"
              label={`Rename the preset ${chosen.name}`}
              onPress={() => setNaming('another')}
            />
            <IconButton
              icon={Trash2}
              size="small"
              label={`Delete the preset ${chosen.name}`}
              onPress={() => void removePreset(chosen.name)}
            />
          </>
        )}
      </div>
      {naming === 'new' && chosen === undefined && (
        <PresetName label="Name of the preset" first={taken ?? ''} onSave={savePreset} onClose={close} />
      )}
      {naming === 'another' && chosen !== undefined && (
        <PresetName
          label="New name of the preset"
          first={chosen.name}
          own={chosen.name}
          onSave={(name) => renamePreset(chosen.name, name)}
          onClose={close}
        />
      )}
    </section>
  )
}
