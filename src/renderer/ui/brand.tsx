import styles from './brand.module.css'
import { classNames } from './class-names'

/** The tool's name as it is written. */
export function Brand({ size = 'small' }: { readonly size?: 'small' | 'large' }) {
  return (
    <span className={classNames(styles.brand, styles[size])}>
      Dict<b>um</b>
    </span>
  )
}
