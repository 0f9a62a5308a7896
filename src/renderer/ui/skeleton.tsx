import { classNames } from './class-names'
import styles from './skeleton.module.css'

/** A quiet line where words will be. */
export function Skeleton({ width }: { readonly width: 'full' | 'half' | 'third' }) {
  return <span aria-hidden="true" className={classNames(styles.line, styles[width])} />
}
