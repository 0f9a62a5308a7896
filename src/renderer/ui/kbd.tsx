import { Keyboard } from 'react-aria-components'
import styles from './kbd.module.css'

interface KbdProps {
  /** As `keysOf` gives it: `Ctrl+Shift+Z`, `⇧⌘Z`, `L`. */
  readonly keys: string
  /** For the eye alone, where the key would become part of a control's name. */
  readonly isDecorative?: boolean
}

/** A key cap. */
export function Kbd({ keys, isDecorative = false }: KbdProps) {
  return (
    <Keyboard className={styles.kbd} aria-hidden={isDecorative || undefined}>
      {keys.replace(/(?<=.)\+(?=.)/gu, ' ')}
    </Keyboard>
  )
}
