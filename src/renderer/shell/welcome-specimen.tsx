import { classNames } from '../ui/class-names'
import styles from './welcome.module.css'

const mark = (hue: string) => classNames(styles.mark, `hue-${hue}`)

/** One marked sentence: what the tool does, without a word about it. */
export function WelcomeSpecimen() {
  return (
    <p className={styles.specimen} aria-hidden="true">
      <span className={mark('violet')}>On Friday</span> <span className={mark('teal')}>the harbour master</span> said
      that <span className={mark('amber')}>no ship had asked to leave</span>.
    </p>
  )
}
