import { Quote } from 'lucide-react'
import { useMemo } from 'react'
import { type ClaimCard as Card, claimCards } from '../../../shared/domain/annotations/claims'
import { findLabel, labelByRole } from '../../../shared/domain/label-set/label-set'
import { useFocusedSuggestion } from '../../state/suggestion-view'
import { EmptyState } from '../../ui/empty-state'
import { Kbd } from '../../ui/kbd'
import { VirtualList } from '../controls/virtual-list'
import { toggleMissing, useInspectorStore } from '../inspector-store'
import { SpanPanel } from '../spans/span-panel'
import { SuggestionPanel } from '../spans/suggestion-panel'
import { type Annotations, useAnnotations, useFocusedUid } from '../use-annotations'
import { ClaimCard } from './claim-card'
import { ClaimsSummary } from './claims-summary'
import styles from './claims-tab.module.css'
import { useCardWalk } from './use-card-walk'

/** A card with three short rows. Pixels. */
const ESTIMATED_CARD = 168
const GAP = 10

/** The claims of the article, each with who said it, when, and what is missing. */
export function ClaimsTab() {
  const annotations = useAnnotations()
  return annotations === null ? null : <Claims annotations={annotations} />
}

function Claims({ annotations }: { readonly annotations: Annotations }) {
  const { article, labelSet, spans, links } = annotations
  const focusedUid = useFocusedUid()
  const suggestion = useFocusedSuggestion()
  const missing = useInspectorStore((state) => state.missing)
  const { cards, summary } = useMemo(
    () => claimCards(labelSet, spans, links, article),
    [labelSet, spans, links, article],
  )
  // the focused claim stays until the focus moves on, also when what it missed has just been given
  const shown = useMemo(
    () =>
      missing === null ? cards : cards.filter((card) => card.missing.includes(missing) || card.span.uid === focusedUid),
    [cards, missing, focusedUid],
  )
  const onKeyDown = useCardWalk(shown)
  const focused = focusedUid === null ? undefined : spans.get(focusedUid)
  const isOther = focused !== undefined && findLabel(labelSet, focused.labelId)?.role !== 'claim'
  return (
    <>
      <ClaimsSummary summary={summary} />
      {suggestion !== undefined && <SuggestionPanel suggestion={suggestion} annotations={annotations} />}
      {isOther && <SpanPanel span={focused} annotations={annotations} />}
      {shown.length > 0 ? (
        <VirtualList
          className={styles.cards}
          items={shown}
          keyOf={keyOf}
          estimatedHeight={ESTIMATED_CARD}
          gap={GAP}
          shownKey={focusedUid}
          render={(card) => (
            <ClaimCard
              card={card}
              annotations={annotations}
              isFocused={card.span.uid === focusedUid}
              onKeyDown={onKeyDown}
            />
          )}
        />
      ) : (
        <NoClaims annotations={annotations} />
      )}
    </>
  )
}

const keyOf = (card: Card): string => card.span.uid

function NoClaims({ annotations }: { readonly annotations: Annotations }) {
  const missing = useInspectorStore((state) => state.missing)
  if (missing !== null) {
    return (
      <EmptyState icon={Quote} title={`Every claim has a ${missing}`}>
        <button type="button" className={styles.link} onClick={() => toggleMissing(missing)}>
          Show all claims
        </button>
      </EmptyState>
    )
  }
  const label = labelByRole(annotations.labelSet, 'claim')
  if (label === undefined) return <EmptyState icon={Quote} title="This label set has no claims" />
  return (
    <EmptyState icon={Quote} title="No claims yet">
      Select words and press{' '}
      {label.key === null ? `the number of ${label.title || label.name}` : <Kbd keys={label.key.toUpperCase()} />}
    </EmptyState>
  )
}
