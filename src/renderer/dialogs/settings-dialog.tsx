import { Monitor, Moon, Sun } from 'lucide-react'
import { useState } from 'react'
import { Form } from 'react-aria-components'
import { setAnnotator, setTheme } from '../state/app-actions'
import { useAppStore } from '../state/app-store'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Segmented } from '../ui/segmented'
import { TextField } from '../ui/text-field'
import styles from './dialogs.module.css'

const THEMES = [
  { id: 'system', name: 'System', icon: Monitor },
  { id: 'light', name: 'Light', icon: Sun },
  { id: 'dark', name: 'Dark', icon: Moon },
] as const

/** Who annotates, and how the window looks. The theme changes at once; the name when the dialog is done. */
export function SettingsDialog({ onClose }: { onClose(): void }) {
  const settings = useAppStore((state) => state.settings)
  const [annotator, setName] = useState(settings?.annotator ?? '')
  const name = annotator.trim()
  const save = () => {
    if (name === '') return
    if (name !== settings?.annotator) void setAnnotator(name)
    onClose()
  }
  return (
    <Dialog
      title="Settings"
      size="small"
      onClose={onClose}
      footer={
        <>
          <Button variant="quiet" onPress={onClose}>
            Cancel
          </Button>
          <Button variant="primary" isDisabled={name === ''} onPress={save}>
            Save
          </Button>
        </>
      }
    >
      <Form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <TextField
          label="Annotator"
          hint="New annotations carry this name."
          error="An annotator needs a name."
          autoFocus
          maxLength={80}
          value={annotator}
          isInvalid={name === ''}
          onChange={setName}
        />
      </Form>
      <Segmented
        label="Theme"
        options={THEMES}
        value={settings?.theme ?? 'system'}
        onChange={(theme) => void setTheme(theme)}
      />
    </Dialog>
  )
}
