import { MapPin } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import type { SpanToPlace } from '../../../shared/contract/revision-methods'
import { findLabel } from '../../../shared/domain/label-set/label-set'
import { titleOf } from '../../../shared/domain/label-set/label-set-words'
import { useAppStore } from '../../state/app-store'
import { dropSpan, placeAtSelection, placeSpan } from '../../state/revisions'
import { Button } from '../../ui/button'
import { classNames } from '../../ui/class-names'
import { countOf } from '../../ui/format'
import styles from './versions.module.css'

interface InContext {
  readonly left: string
  readonly words: string
  readonly right: string
}

function Quote({ left, words, right }: InContext) {
  return (
    <span className={styles.quote}>
      {left}
      <mark>{words}</mark>
      {right}
    </span>
  )
}

/** Spans that a new revision has no certain place for: each with its old words, the places it may be meant, or a drop. */
export function PlaceList({ spans }: { readonly spans: readonly SpanToPlace[] }) {
  const labelSet = useAppStore((state) => state.project?.labelSet)
  return (
    <div className={styles.places}>
      <h3 className={styles.heading}>
        <MapPin size={14} strokeWidth={1.75} aria-hidden="true" />
        {countOf(spans.length, 'span needs a place', 'spans need a place')}
      </h3>
      <p className={styles.note}>Their words have changed, or stand here more than once. Nothing was moved.</p>
      <ul className={styles.list}>
        {spans.map((span) => {
          const label = labelSet && findLabel(labelSet, span.labelId)
          return (
            <li key={span.uid} className={classNames(styles.place, `hue-${label?.hue ?? 'slate'}`)}>
              <p className={styles.was}>
                <span className={styles.label}>{label ? titleOf(label) : span.labelId}</span>
                <Quote {...span} />
              </p>
              {span.places.length > 0 && <span className={styles.note}>Which place is meant?</span>}
              {span.places.map((place) => (
                <AriaButton
                  key={JSON.stringify(place.parts)}
                  className={styles.choice}
                  onPress={() => void placeSpan(span.uid, place.parts)}
                >
                  <Quote {...place} />
                </AriaButton>
              ))}
              <div className={styles.buttons}>
                <Button size="small" onPress={() => placeAtSelection(span.uid)}>
                  Place at the selection
                </Button>
                <Button size="small" variant="quiet" onPress={() => void dropSpan(span.uid)}>
                  Drop
                </Button>
              </div>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
