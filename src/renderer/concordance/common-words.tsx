import { useConcordanceStore } from '../state/concordance-store'
import { formatCount } from '../ui/format'
import styles from './common-words.module.css'

/** The words that stand most often right before and right after the hits. */
export function CommonWords() {
  const words = useConcordanceStore((state) => state.words)
  if (words === null || words.before.length + words.after.length === 0) return null
  return (
    <dl className={styles.words} aria-label="Commonest words beside the hits">
      <Side name="Before" words={words.before} />
      <Side name="After" words={words.after} />
    </dl>
  )
}

interface SideProps {
  readonly name: string
  readonly words: readonly { readonly word: string; readonly count: number }[]
}

const Side = ({ name, words }: SideProps) => (
  <div className={styles.side}>
    <dt>{name}</dt>
    <dd className={styles.list}>
      {words.map(({ word, count }) => (
        <span key={word} className={styles.word}>
          <bdi>{word}</bdi> <span className={styles.count}>{formatCount(count)}</span>
        </span>
      ))}
    </dd>
  </div>
)
