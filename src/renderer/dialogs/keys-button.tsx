import { Button, Dialog, DialogTrigger, Popover, VisuallyHidden } from 'react-aria-components'
import { displayCombo } from '../commands/key-combo'
import type { Command } from '../commands/registry'
import { useAppStore } from '../state/app-store'
import { Kbd } from '../ui/kbd'
import shapes from '../ui/shapes.module.css'
import styles from './keys-button.module.css'
import { KeysEditor } from './keys-editor'

/** The keys of a command; pressed, the way to change them. */
export function KeysButton({ command }: { readonly command: Command }) {
  const platform = useAppStore((state) => state.platform)
  const isOwn = useAppStore((state) => state.settings?.shortcuts[command.id] !== undefined)
  const keys = command.keys.map((combo) => displayCombo(combo, platform))
  const title = command.title.replace(/…$/u, '')
  const spoken = keys.length === 0 ? 'no key' : keys.join(' or ')
  return (
    <DialogTrigger>
      <Button className={styles.button!}>
        {/* a label of its own would not be what is seen: a key that is held stands there without its plus */}
        <VisuallyHidden>{`${title}: ${spoken}${isOwn ? ', your own' : ''}. Change`}</VisuallyHidden>
        {isOwn && <span className={styles.own} aria-hidden="true" />}
        {keys.map((key) => (
          <Kbd key={key} keys={key} isDecorative />
        ))}
        {keys.length === 0 && (
          <span className={styles.none} aria-hidden="true">
            Add
          </span>
        )}
      </Button>
      <Popover className={`${shapes.floating} ${styles.popover}`} placement="bottom end" offset={4}>
        <Dialog className={styles.dialog!} aria-label={`Keys of ${title}`}>
          <h4 className={styles.title}>{title}</h4>
          <KeysEditor command={command} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
