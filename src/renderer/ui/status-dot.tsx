import type { Status } from '../../shared/domain/corpus/articles'
import { classNames } from './class-names'
import styles from './status-dot.module.css'

export const STATUS_NAMES: Record<Status, string> = {
  todo: 'To do',
  in_progress: 'In progress',
  done: 'Done',
  skipped: 'Skipped',
}

/**
 * An article's status in 10 px, told by its form as well as its colour: an empty ring, half a disc, a disc, a ring
 * struck through. Left to the eye: whoever shows it names the status in words.
 */
export function StatusDot({ status }: { readonly status: Status }) {
  return (
    <svg
      className={classNames(styles.dot, styles[status])}
      viewBox="0 0 10 10"
      width="10"
      height="10"
      aria-hidden="true"
    >
      <circle className={status === 'done' ? styles.disc : styles.ring} cx="5" cy="5" r="4.1" />
      {status === 'in_progress' && <path className={styles.disc} d="M5 .9a4.1 4.1 0 0 0 0 8.2z" />}
      {status === 'skipped' && <path className={styles.ring} d="M2.6 5h4.8" />}
    </svg>
  )
}
