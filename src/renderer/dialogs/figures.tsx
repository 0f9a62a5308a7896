import { classNames } from '../ui/class-names'
import { formatCount } from '../ui/format'
import styles from './figures.module.css'

export interface Figure {
  readonly name: string
  readonly count: number
  readonly tone?: 'ok' | 'warn'
}

/** A few counts side by side. */
export function Figures({ figures }: { readonly figures: readonly Figure[] }) {
  return (
    <dl className={styles.figures}>
      {figures.map(({ name, count, tone }) => (
        <div key={name} className={styles.figure}>
          <dt className={styles.name}>{name}</dt>
          <dd className={classNames(styles.count, count > 0 && tone !== undefined && styles[tone])}>
            {formatCount(count)}
          </dd>
        </div>
      ))}
    </dl>
  )
}
