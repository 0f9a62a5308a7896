import { type KeyboardEvent, memo } from 'react'
import type { ClaimCard as Card } from '../../../shared/domain/annotations/claims'
import { findLabel } from '../../../shared/domain/label-set/label-set'
import { goToSpan } from '../go-to-span'
import rows from '../rows.module.css'
import { SpanForm } from '../spans/span-form'
import type { Annotations } from '../use-annotations'
import { shownWords } from '../words/span-words'
import { useAttributeLine } from '../words/use-attribute-line'
import styles from './claim-card.module.css'
import { ClaimRows } from './claim-rows'

interface ClaimCardProps {
  readonly card: Card
  readonly annotations: Annotations
  readonly isFocused: boolean
  /** For the arrows on the claim's words. */
  onKeyDown(event: KeyboardEvent<HTMLElement>): void
}

/** A claim with its speaker, its dates and its attributes; the focused one is also where they are changed. */
export const ClaimCard = memo(function ClaimCard({ card, annotations, isFocused, onKeyDown }: ClaimCardProps) {
  const { span } = card
  const { article, labelSet } = annotations
  const label = findLabel(labelSet, span.labelId)!
  const line = useAttributeLine(span, label)
  return (
    <div className={`${styles.card} hue-${label.hue}`} data-focused={isFocused} data-claim={span.uid}>
      <button
        type="button"
        className={styles.words}
        aria-current={isFocused}
        lang={article.lang ?? undefined}
        dir="auto"
        onClick={() => goToSpan(span.uid)}
        onKeyDown={onKeyDown}
      >
        <span className={styles.clamp}>{shownWords(article.text, span.parts)}</span>
      </button>
      <dl className={rows.rows}>
        <ClaimRows card={card} annotations={annotations} isFocused={isFocused} />
        {!isFocused && line !== null && (
          <>
            <dt className={rows.term}>{line.title}</dt>
            <dd className={styles.attributes}>{line.text}</dd>
          </>
        )}
      </dl>
      {!isFocused && span.note !== '' && <p className={styles.note}>{span.note}</p>}
      {isFocused && <SpanForm span={span} label={label} annotations={annotations} />}
    </div>
  )
})
