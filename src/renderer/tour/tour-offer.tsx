import { setTourOffered } from '../state/app-actions'
import { useAppStore } from '../state/app-store'
import { Button } from '../ui/button'
import styles from './tour.module.css'
import { isSample, startTour, useTour } from './tour-store'

/** Below the list of the sample project, until it has been answered once. */
export function TourOffer() {
  const isNew = useAppStore(({ settings, project }) => settings?.tourOffered === false && isSample(project))
  const isOff = useTour((state) => state.phase === 'off')
  if (!isNew || !isOff) return null
  return (
    <section className={styles.offer} aria-label="Tour">
      <span>New here? Two minutes show how.</span>
      <span className={styles.offerButtons}>
        <Button size="small" variant="quiet" onPress={() => void setTourOffered()}>
          Not now
        </Button>
        <Button size="small" onPress={startTour}>
          Take the tour
        </Button>
      </span>
    </section>
  )
}
