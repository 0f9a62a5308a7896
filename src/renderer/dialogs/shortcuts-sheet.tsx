import { useRef, useState } from 'react'
import { setShortcuts } from '../state/app-actions'
import { openDialog, useAppStore } from '../state/app-store'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { countOf } from '../ui/format'
import { Kbd } from '../ui/kbd'
import { SearchField } from '../ui/search-field'
import { KeysButton } from './keys-button'
import { filterShortcuts, MARKING, type ShortcutRow, shortcutSections } from './shortcut-rows'
import styles from './shortcuts-sheet.module.css'

function Row({ title, keys, command }: ShortcutRow) {
  return (
    <div className={styles.row}>
      <dt>{title}</dt>
      <dd className={styles.keys}>
        {command !== undefined ? <KeysButton command={command} /> : keys.map((key) => <Kbd key={key} keys={key} />)}
      </dd>
    </div>
  )
}

function Changes({ onReset }: { onReset(): void }) {
  const changed = useAppStore((state) => Object.keys(state.settings?.shortcuts ?? {}).length)
  return (
    <>
      <p className={styles.changes} role="status">
        {changed === 0
          ? 'Press a command’s keys to change them.'
          : `The keys of ${countOf(changed, 'command')} are your own.`}
      </p>
      <Button variant="quiet" size="small" isDisabled={changed === 0} onPress={onReset}>
        Reset all keys
      </Button>
    </>
  )
}

/** Every key and every command, by subject, with a field to find one; commands take keys of the user's own. */
export function ShortcutsSheet({ onClose }: { onClose(): void }) {
  const labelSet = useAppStore((state) => state.project?.labelSet)
  const platform = useAppStore((state) => state.platform)
  useAppStore((state) => state.settings?.shortcuts)
  const [query, setQuery] = useState('')
  const list = useRef<HTMLElement>(null)
  const reset = () => {
    // the button is off then, and would keep the keyboard from the dialog
    list.current?.focus()
    void setShortcuts({})
  }
  const sections = filterShortcuts(shortcutSections(labelSet, platform), query)
  return (
    <Dialog
      title="Keyboard shortcuts"
      size="large"
      padded={false}
      onClose={onClose}
      footer={<Changes onReset={reset} />}
    >
      <div className={styles.search}>
        <SearchField label="Find a shortcut" autoFocus value={query} onChange={setQuery} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section ref={list} className={styles.sheet} aria-label="Shortcuts" tabIndex={0}>
        {sections.length === 0 && <p className={styles.none}>No shortcut matches.</p>}
        {sections.map((section) => (
          <div key={section.title} className={styles.section}>
            <h3 className={styles.heading}>{section.title}</h3>
            <dl className={styles.rows}>
              {section.rows.map((row) => (
                <Row key={row.title} {...row} />
              ))}
            </dl>
            {section.title === MARKING && (
              <Button variant="quiet" size="small" onPress={() => openDialog({ kind: 'labelset' })}>
                Change them in the label set…
              </Button>
            )}
          </div>
        ))}
      </section>
    </Dialog>
  )
}
