import { Minimize2 } from 'lucide-react'
import { useEffect } from 'react'
import { Button } from 'react-aria-components'
import { keysOf } from '../commands/registry'
import { quietFocusMode, toggleFocusMode, useFocusMode } from '../state/focus-mode'
import { Kbd } from '../ui/kbd'
import styles from './focus-corner.module.css'

/** The way out of focus mode: seen when it is entered, pointed at, reached by keyboard, or asked for by Esc. */
export function FocusCorner() {
  const hint = useFocusMode((state) => state.hint)
  const keys = keysOf('view.focusMode')
  useEffect(() => {
    window.addEventListener('pointerdown', quietFocusMode)
    return () => window.removeEventListener('pointerdown', quietFocusMode)
  }, [])
  return (
    <div className={styles.corner} data-shown={hint !== 'none'}>
      <Button className={styles.leave!} onPress={toggleFocusMode}>
        <Minimize2 size={14} strokeWidth={1.75} aria-hidden="true" />
        Leave focus mode
        {keys !== undefined && <Kbd keys={keys} isDecorative />}
      </Button>
      <span className={styles.hint} role="status">
        {hint === 'escape' && 'Esc again leaves'}
        {hint === 'entered' && 'or Esc twice'}
      </span>
    </div>
  )
}
