import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import type { DayPace } from '../../shared/contract/project'
import { setView } from '../state/app-actions'
import { Button } from '../ui/button'
import { countOf, formatCount, formatDay } from '../ui/format'
import shapes from '../ui/shapes.module.css'
import styles from './corpus-pace.module.css'
import { PaceBars } from './pace-bars'
import { usePace } from './use-pace'

function todayText({ done, spans }: DayPace): string {
  if (done === 0 && spans === 0) return 'Nothing yet today'
  const parts = [done > 0 && `${formatCount(done)} done`, spans > 0 && countOf(spans, 'span')]
  return `Today: ${parts.filter(Boolean).join(' · ')}`
}

/** How the work goes, without a clock: today's figures, the last two weeks as bars, and more of them when pressed. */
export function CorpusPace() {
  const days = usePace()
  const worked = days.filter(({ done, spans }) => done > 0 || spans > 0)
  const today = days.at(-1)
  // nothing to tell of, nothing to show
  if (today === undefined || worked.length === 0) return null
  return (
    <DialogTrigger>
      <AriaButton className={styles.pace!} aria-label={`${todayText(today)}. Show the last two weeks`}>
        <span>{todayText(today)}</span>
        <PaceBars days={days} />
      </AriaButton>
      <Popover className={shapes.floating!} placement="top start" offset={6}>
        <Dialog className={styles.dialog!} aria-label="The last two weeks">
          <table className={styles.days}>
            <thead>
              <tr>
                <th scope="col">Day</th>
                <th scope="col">Articles done</th>
                <th scope="col">Spans</th>
              </tr>
            </thead>
            <tbody>
              {worked.toReversed().map(({ day, done, spans }) => (
                <tr key={day}>
                  <th scope="row">{day === today.day ? 'Today' : formatDay(day)}</th>
                  <td>{formatCount(done)}</td>
                  <td>{formatCount(spans)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className={styles.hint}>Only you see this. It is in no export.</p>
          <Button size="small" onPress={() => void setView({ pace: false })}>
            Hide the pace
          </Button>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
