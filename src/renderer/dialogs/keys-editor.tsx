import { Plus, RotateCcw, X } from 'lucide-react'
import { useRef, useState } from 'react'
import { MOST_COMBOS, type Shortcuts } from '../../shared/domain/shortcuts'
import { type ComboVerdict, checkCombo } from '../commands/check-combo'
import { displayCombo } from '../commands/key-combo'
import { addKey, removeKey, resetKeys } from '../commands/own-shortcuts'
import { COMMAND_LIST, type Command, commandForKey } from '../commands/registry'
import { setShortcuts } from '../state/app-actions'
import { useAppStore } from '../state/app-store'
import { Button } from '../ui/button'
import { IconButton } from '../ui/icon-button'
import { Kbd } from '../ui/kbd'
import { KeyRecorder } from './key-recorder'
import styles from './keys-editor.module.css'

interface Attempt {
  readonly combo: string
  readonly verdict: ComboVerdict<Command>
}

const shortcutsNow = () => useAppStore.getState().settings?.shortcuts ?? {}

/** A command's keys: remove one, record another, have the defaults back. What another command has is said first. */
export function KeysEditor({ command }: { readonly command: Command }) {
  const platform = useAppStore((state) => state.platform)
  const isOwn = useAppStore((state) => state.settings?.shortcuts[command.id] !== undefined)
  const [isRecording, setRecording] = useState(false)
  const [attempt, setAttempt] = useState<Attempt | null>(null)
  // what had the keyboard may be gone after a change; Tab goes on from here
  const home = useRef<HTMLDivElement>(null)
  const show = (combo: string) => displayCombo(combo, platform)

  const change = (shortcuts: Shortcuts) => {
    void setShortcuts(shortcuts)
    home.current?.focus()
  }
  const stop = () => {
    setRecording(false)
    setAttempt(null)
    home.current?.focus()
  }
  const take = (combo: string) => {
    change(addKey(shortcutsNow(), COMMAND_LIST, command, combo))
    stop()
  }
  const onCombo = (combo: string) => {
    const { labelSet } = useAppStore.getState().project ?? {}
    const verdict = checkCombo(combo, command.id, { byKey: commandForKey, labelSet, platform })
    if (verdict.kind === 'free') take(combo)
    else setAttempt({ combo, verdict })
  }
  const taken = attempt?.verdict.kind === 'taken' ? attempt.verdict : null

  return (
    <div ref={home} className={styles.editor} tabIndex={-1}>
      {command.keys.length === 0 ? (
        <p className={styles.text}>No key. The command palette runs it all the same.</p>
      ) : (
        <ul className={styles.keys} aria-label="Keys">
          {command.keys.map((combo) => (
            <li key={combo} className={styles.key}>
              <Kbd keys={show(combo)} />
              <IconButton
                icon={X}
                size="small"
                label={`Remove ${show(combo)}`}
                onPress={() => change(removeKey(shortcutsNow(), command, combo))}
              />
            </li>
          ))}
        </ul>
      )}
      {isRecording && <KeyRecorder shown={attempt && show(attempt.combo)} onCombo={onCombo} onStop={stop} />}
      <div role="status" className={styles.said}>
        {attempt?.verdict.kind === 'refused' && <p className={styles.refused}>{attempt.verdict.reason}</p>}
        {attempt?.verdict.kind === 'own' && <p className={styles.text}>The command has this key already.</p>}
        {taken !== null && (
          <p className={styles.taken}>
            {show(attempt!.combo)} is the key of “{taken.by.title}”, which would lose it.
          </p>
        )}
      </div>
      <div className={styles.actions}>
        {taken !== null && (
          <Button size="small" variant="primary" onPress={() => take(attempt!.combo)}>
            Take it
          </Button>
        )}
        {isRecording ? (
          <Button size="small" variant="quiet" onPress={stop}>
            Cancel
          </Button>
        ) : (
          command.keys.length < MOST_COMBOS && (
            <Button size="small" icon={Plus} onPress={() => setRecording(true)}>
              Add a key
            </Button>
          )
        )}
        {isOwn && !isRecording && (
          <Button
            size="small"
            variant="quiet"
            icon={RotateCcw}
            onPress={() => change(resetKeys(shortcutsNow(), COMMAND_LIST, command))}
          >
            Reset{command.defaultKeys[0] !== undefined && ` to ${show(command.defaultKeys[0])}`}
          </Button>
        )}
      </div>
    </div>
  )
}
