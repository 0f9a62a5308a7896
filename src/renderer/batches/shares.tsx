import styles from '../dialogs/dialogs.module.css'
import { countOf, formatCount } from '../ui/format'
import own from './preflight.module.css'

interface SharesProps {
  readonly title: string
  /** What is counted. */
  readonly unit: string
  readonly shares: readonly { readonly name: string; readonly count: number }[]
}

/** A few kinds of something, each with a bar as long as its share of all. */
export function Shares({ title, unit, shares }: SharesProps) {
  const total = shares.reduce((sum, { count }) => sum + count, 0)
  return (
    <div className={styles.group}>
      <h3 className={styles.heading}>{title}</h3>
      {shares.length === 0 && <p className={styles.text}>None.</p>}
      <ul className={own.shares} aria-label={title}>
        {shares.map(({ name, count }) => (
          <li key={name} className={own.share}>
            <span>{name}</span>
            <span className={styles.numbers} title={countOf(count, unit)}>
              {formatCount(count)}
            </span>
            <span
              className={own.bar}
              aria-hidden="true"
              ref={(bar) => bar?.style.setProperty('--share', `${(100 * count) / Math.max(total, 1)}%`)}
            />
          </li>
        ))}
      </ul>
    </div>
  )
}
