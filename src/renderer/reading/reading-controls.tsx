import { DEFAULT_READING, LARGEST_SIZE, SMALLEST_SIZE } from '../../shared/domain/settings'
import { setReading } from '../state/app-actions'
import { useAppStore } from '../state/app-store'
import { Segmented } from '../ui/segmented'
import { Stepper } from '../ui/stepper'
import styles from './reading.module.css'

const FONTS = [
  { id: 'serif', name: 'Serif', className: styles.serif! },
  { id: 'sans', name: 'Sans' },
  { id: 'mono', name: 'Mono', className: styles.mono! },
] as const

const LENGTHS = [
  { id: 'narrow', name: 'Narrow' },
  { id: 'medium', name: 'Medium' },
  { id: 'wide', name: 'Wide' },
  { id: 'full', name: 'Full' },
] as const

const SPACINGS = [
  { id: 'compact', name: 'Compact' },
  { id: 'normal', name: 'Normal' },
  { id: 'loose', name: 'Loose' },
] as const

/** How the article is set; every change shows at once. */
export function ReadingControls() {
  const reading = useAppStore((state) => state.settings?.reading) ?? DEFAULT_READING
  return (
    <div className={styles.controls}>
      <Segmented label="Font" options={FONTS} value={reading.font} onChange={(font) => void setReading({ font })} />
      <Stepper
        label="Size"
        unit="px"
        value={reading.size}
        min={SMALLEST_SIZE}
        max={LARGEST_SIZE}
        onChange={(size) => void setReading({ size })}
      />
      <Segmented
        label="Line length"
        options={LENGTHS}
        value={reading.lineLength}
        onChange={(lineLength) => void setReading({ lineLength })}
      />
      <Segmented
        label="Spacing"
        options={SPACINGS}
        value={reading.spacing}
        onChange={(spacing) => void setReading({ spacing })}
      />
    </div>
  )
}
