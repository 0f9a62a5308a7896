import styles from './kbd.module.css'

interface KbdProps {
  /** As `keysOf` gives it: `Ctrl+Shift+Z`, `⇧⌘Z`, `L`. */
  readonly keys: string
}

/** A key cap. */
export function Kbd({ keys }: KbdProps) {
  return <kbd className={styles.kbd}>{keys.replace(/(?<=.)\+(?=.)/gu, ' ')}</kbd>
}
