import { Chips } from '../../ui/chips'
import styles from './history-tab.module.css'

interface HistoryAuthorsProps {
  readonly authors: readonly string[]
  /** Null: everyone. */
  readonly author: string | null
  onChange(author: string | null): void
}

/** No author's name is empty, so that this can stand for everyone. */
const EVERYONE = ''

/** Whose steps are shown. */
export function HistoryAuthors({ authors, author, onChange }: HistoryAuthorsProps) {
  return (
    <div className={styles.authors}>
      <Chips
        label="Steps of"
        mode="single"
        size="small"
        selected={[author ?? EVERYONE]}
        options={[{ id: EVERYONE, name: 'Everyone' }, ...authors.map((name) => ({ id: name, name }))]}
        onChange={([chosen]) => onChange(chosen === undefined || chosen === EVERYONE ? null : chosen)}
      />
    </div>
  )
}
