import styles from './spinner.module.css'

/** Something is on its way. */
export function Spinner({ label }: { readonly label: string }) {
  return <span role="status" aria-label={label} className={styles.spinner} />
}
