import type { DayPace } from '../../shared/contract/project'
import styles from './corpus-pace.module.css'

const WIDTH = 4
const STEP = 6
const HEIGHT = 16
/** A day without work still has its place. */
const LEAST = 1.5

/** A bar a day, for the eye: as high as that day's share of the best one. Where nothing was marked, articles count. */
export function PaceBars({ days }: { readonly days: readonly DayPace[] }) {
  const measure = days.some(({ spans }) => spans > 0) ? 'spans' : 'done'
  const most = Math.max(...days.map((day) => day[measure]), 1)
  return (
    <svg className={styles.bars} width={days.length * STEP} height={HEIGHT} aria-hidden="true">
      {days.map((day, index) => {
        const height = Math.max((day[measure] / most) * HEIGHT, LEAST)
        return (
          <rect
            key={day.day}
            className={index === days.length - 1 ? styles.today : styles.bar}
            x={index * STEP}
            y={HEIGHT - height}
            width={WIDTH}
            height={height}
            rx={1}
          />
        )
      })}
    </svg>
  )
}
