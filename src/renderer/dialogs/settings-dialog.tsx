import { Bot, Keyboard, Monitor, Moon, Sun } from 'lucide-react'
import { useId, useState } from 'react'
import { Form } from 'react-aria-components'
import { backupFolder } from '../../shared/domain/corpus/backup-folder'
import { BACKUP_MINUTES, DEFAULT_BACKUPS, DEFAULT_MARKING, DEFAULT_VIEW } from '../../shared/domain/settings'
import { ReadingControls } from '../reading/reading-controls'
import { setAnnotator, setBackups, setMarking, setTheme, setView } from '../state/app-actions'
import { openDialog, useAppStore } from '../state/app-store'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Kbd } from '../ui/kbd'
import { Segmented } from '../ui/segmented'
import { SwitchField } from '../ui/switch-field'
import { TextField } from '../ui/text-field'
import styles from './dialogs.module.css'

const THEMES = [
  { id: 'system', name: 'System', icon: Monitor },
  { id: 'light', name: 'Light', icon: Sun },
  { id: 'dark', name: 'Dark', icon: Moon },
] as const

const BACKUP_OPTIONS = BACKUP_MINUTES.map((minutes) => ({
  id: String(minutes),
  name: minutes === 0 ? 'Off' : `${minutes} min`,
}))

/** Who annotates, how the window looks, what marking does. All of it changes at once but the name, which waits for Save. */
export function SettingsDialog({ onClose }: { onClose(): void }) {
  const settings = useAppStore((state) => state.settings)
  const [annotator, setName] = useState(settings?.annotator ?? '')
  const marking = settings?.marking ?? DEFAULT_MARKING
  const platform = useAppStore((state) => state.platform)
  const readingId = useId()
  const markingId = useId()
  const windowId = useId()
  const backupsId = useId()
  const programsId = useId()
  const projectPath = useAppStore((state) => state.project?.path)
  const view = settings?.view ?? DEFAULT_VIEW
  const name = annotator.trim()
  const save = () => {
    if (name === '') return
    if (name !== settings?.annotator) void setAnnotator(name)
    onClose()
  }
  return (
    <Dialog
      title="Settings"
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
      <section className={styles.group} aria-labelledby={readingId}>
        <h3 id={readingId} className={styles.heading}>
          Reading
        </h3>
        <ReadingControls />
      </section>
      <section className={styles.group} aria-labelledby={markingId}>
        <h3 id={markingId} className={styles.heading}>
          Marking
        </h3>
        <SwitchField
          label="Mark whole words"
          hint="A selection that cuts a word marks all of it."
          value={marking.snapToWords}
          onChange={(snapToWords) => void setMarking({ snapToWords })}
        />
        <SwitchField
          label="Trim the edges"
          hint="Spaces, commas and lone quotation marks at the edges are left out."
          value={marking.trimEdges}
          onChange={(trimEdges) => void setMarking({ trimEdges })}
        />
        <p className={styles.text}>
          Hold <Kbd keys={platform === 'darwin' ? '⌥' : 'Alt'} /> while you mark to mark exactly what is selected.
        </p>
      </section>
      <section className={styles.group} aria-labelledby={windowId}>
        <h3 id={windowId} className={styles.heading}>
          Window
        </h3>
        <SwitchField
          label="Label names in the text"
          hint="Each span begins with the name of its label, in the gap above the words."
          value={view.labelTags}
          onChange={(labelTags) => void setView({ labelTags })}
        />
        <SwitchField
          label="Show the pace"
          hint="Today’s figures and the last two weeks below the list. No clock, and only you see it."
          value={view.pace}
          onChange={(pace) => void setView({ pace })}
        />
        <div className={styles.row}>
          <Button size="small" icon={Keyboard} onPress={() => openDialog({ kind: 'shortcuts' })}>
            Change keyboard shortcuts…
          </Button>
        </div>
      </section>
      <section className={styles.group} aria-labelledby={programsId}>
        <h3 id={programsId} className={styles.heading}>
          Programs
        </h3>
        <p className={styles.text}>A model or a script of yours can propose annotations.</p>
        <div className={styles.row}>
          <Button size="small" icon={Bot} onPress={() => openDialog({ kind: 'models' })}>
            Programs that propose annotations…
          </Button>
        </div>
      </section>
      <section className={styles.group} aria-labelledby={backupsId}>
        <h3 id={backupsId} className={styles.heading}>
          Backups
        </h3>
        <Segmented
          label="Back up changes every"
          options={BACKUP_OPTIONS}
          value={String((settings?.backups ?? DEFAULT_BACKUPS).everyMinutes)}
          onChange={(id) => {
            const everyMinutes = BACKUP_MINUTES.find((minutes) => String(minutes) === id)
            if (everyMinutes !== undefined) void setBackups({ everyMinutes })
          }}
        />
        <p className={styles.text}>
          {projectPath === undefined
            ? 'They lie in a folder beside the project.'
            : `They lie in ${backupFolder(projectPath)}`}
        </p>
      </section>
    </Dialog>
  )
}
