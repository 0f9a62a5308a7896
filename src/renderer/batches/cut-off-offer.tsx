import { continueBatch, leaveCutOff, undoBatch, useBatches } from '../state/batches'
import { Button } from '../ui/button'
import { countOf } from '../ui/format'
import styles from './cut-off-offer.module.css'

/** Above the list after an import that was cut off: what is there of it, and what can be done about it. */
export function CutOffOffer() {
  const batch = useBatches((state) => state.cutOff)
  if (batch === null) return null
  return (
    <section className={styles.offer} aria-label="Import that was cut off">
      <span>
        The import of “{batch.sources.join(', ')}” was cut off. {countOf(batch.articles, 'article is', 'articles are')}{' '}
        in.
      </span>
      <span className={styles.buttons}>
        <Button size="small" variant="quiet" onPress={() => leaveCutOff(batch.uid)}>
          Leave it
        </Button>
        <Button size="small" onPress={() => void undoBatch(batch.uid)}>
          Undo import
        </Button>
        <Button size="small" variant="primary" onPress={() => void continueBatch(batch.uid)}>
          Import the rest
        </Button>
      </span>
    </section>
  )
}
