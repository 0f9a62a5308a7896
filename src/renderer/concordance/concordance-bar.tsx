import { ArrowLeft, ChevronDown, ChevronUp, X } from 'lucide-react'
import { findLabel } from '../../shared/domain/label-set/label-set'
import { titleOf } from '../../shared/domain/label-set/label-set-words'
import { openDialog, useAppStore } from '../state/app-store'
import { stepHit } from '../state/concordance-actions'
import { leaveHits, useConcordanceStore } from '../state/concordance-store'
import { useEntityStore } from '../state/entity-store'
import { Button } from '../ui/button'
import { formatCount } from '../ui/format'
import { IconButton } from '../ui/icon-button'
import styles from './concordance-bar.module.css'

/** “tax”, Claim, Popescu: what is looked for. */
function useName(): string {
  const source = useConcordanceStore((state) => state.source)
  const labelSet = useAppStore((state) => state.project?.labelSet)
  const known = useEntityStore((state) => state.known)
  if (source === null || labelSet === undefined) return ''
  if (source.kind === 'query') return `“${source.query}”`
  if (source.kind === 'entity') return known.get(source.entityUid)?.name ?? ''
  const label = findLabel(labelSet, source.labelId)
  return label ? titleOf(label) : source.labelId
}

/** Over an article that a line led to: the way back to that line, and to its neighbours. */
export function ConcordanceBar() {
  const followed = useConcordanceStore((state) => state.followed)
  const hits = useConcordanceStore((state) => state.found?.hits ?? 0)
  const name = useName()
  if (followed === null) return null
  return (
    <section className={styles.bar} aria-label="Concordance">
      <Button size="small" variant="quiet" icon={ArrowLeft} onPress={() => openDialog({ kind: 'concordance' })}>
        Back to the concordance
      </Button>
      <span className={styles.name}>{name}</span>
      <span className={styles.place}>
        {formatCount(followed + 1)} of {formatCount(hits)}
      </span>
      <IconButton
        icon={ChevronUp}
        size="small"
        label="Previous line"
        isDisabled={followed === 0}
        onPress={() => stepHit(-1)}
      />
      <IconButton
        icon={ChevronDown}
        size="small"
        label="Next line"
        isDisabled={followed + 1 >= hits}
        onPress={() => stepHit(1)}
      />
      <IconButton icon={X} size="small" label="Leave the concordance" onPress={leaveHits} />
    </section>
  )
}
