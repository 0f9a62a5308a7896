import { CaseSensitive } from 'lucide-react'
import { Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { DEFAULT_READING, type Reading } from '../../shared/domain/settings'
import { setReading } from '../state/app-actions'
import { useAppStore } from '../state/app-store'
import { Button } from '../ui/button'
import { IconButton } from '../ui/icon-button'
import shapes from '../ui/shapes.module.css'
import styles from './reading.module.css'
import { ReadingControls } from './reading-controls'

const NAMES = Object.keys(DEFAULT_READING) as (keyof Reading)[]

/** “Aa”: the reading settings, beside the text that they change. */
export function ReadingPopover() {
  const reading = useAppStore((state) => state.settings?.reading) ?? DEFAULT_READING
  const isDefault = NAMES.every((name) => reading[name] === DEFAULT_READING[name])
  return (
    <DialogTrigger>
      <IconButton icon={CaseSensitive} label="Reading settings" />
      <Popover className={`${shapes.floating} ${styles.popover}`} placement="bottom end" offset={6}>
        <Dialog className={styles.dialog!} aria-label="Reading settings">
          <ReadingControls />
          <div className={styles.foot}>
            <Button
              variant="quiet"
              size="small"
              isDisabled={isDefault}
              onPress={() => void setReading(DEFAULT_READING)}
            >
              Reset
            </Button>
          </div>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
