import { useState } from 'react'
import { Form } from 'react-aria-components'
import type { Model } from '../../shared/contract/model-methods'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { TextField } from '../ui/text-field'
import styles from './models.module.css'

interface ModelFormProps {
  /** Null: a new one. */
  readonly model: Model | null
  onSave(model: Model): void
  onClose(): void
}

/** As long as a model needs to be loaded, and then some. */
const USUAL_SECONDS = 120
const MOST_SECONDS = 86_400

/** A program's name, its command, and how long it may be silent. */
export function ModelForm({ model, onSave, onClose }: ModelFormProps) {
  const [name, setName] = useState(model?.name ?? '')
  const [command, setCommand] = useState(model?.command ?? '')
  const [seconds, setSeconds] = useState(String(model?.timeoutSeconds ?? USUAL_SECONDS))
  const timeoutSeconds = Number(seconds)
  const isTime = /^\d+$/.test(seconds.trim()) && timeoutSeconds >= 1 && timeoutSeconds <= MOST_SECONDS
  const isWhole = name.trim() !== '' && command.trim() !== '' && isTime
  const save = () => {
    if (isWhole) onSave({ name: name.trim(), command: command.trim(), timeoutSeconds })
  }
  return (
    <Dialog
      title={model === null ? 'Add a program' : `Change “${model.name}”`}
      onClose={onClose}
      footer={
        <>
          <Button variant="quiet" onPress={onClose}>
            Cancel
          </Button>
          <Button variant="primary" isDisabled={!isWhole} onPress={save}>
            Save…
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
          label="Name"
          hint="Its suggestions carry this name."
          autoFocus
          maxLength={80}
          value={name}
          onChange={setName}
        />
        <TextField
          label="Command"
          hint="As you would type it in a terminal in your home folder, for example: python3 models/claims.py"
          maxLength={4000}
          value={command}
          onChange={setCommand}
        />
        <TextField
          label="Stop it after so many seconds of silence"
          error={`A whole number from 1 to ${MOST_SECONDS.toLocaleString('en')}.`}
          inputMode="numeric"
          maxLength={5}
          value={seconds}
          isInvalid={!isTime}
          onChange={setSeconds}
        />
        {/* what a form needs to be sent by Enter */}
        <button type="submit" hidden />
      </Form>
      <p className={styles.hint}>
        It gets each article as a line of JSON and answers with{' '}
        {'{"id": …, "spans": [{"label", "start", "end", "score"}]}'}, a line each; offsets count code points. You will
        be asked once whether it may run.
      </p>
    </Dialog>
  )
}
