import { ToggleButton } from 'react-aria-components'
import type { ClaimSummary, Missing } from '../../../shared/domain/annotations/claims'
import { countOf, formatCount } from '../../ui/format'
import { toggleMissing, useInspectorStore } from '../inspector-store'
import styles from './claims-summary.module.css'

/** How many claims there are and what they miss; each part shows only the claims that miss it. */
export function ClaimsSummary({ summary }: { readonly summary: ClaimSummary }) {
  const missing = useInspectorStore((state) => state.missing)
  const part = (what: Missing, count: number) =>
    // a filter that is on can always be taken off
    (count > 0 || missing === what) && (
      <ToggleButton className={styles.filter} isSelected={missing === what} onChange={() => toggleMissing(what)}>
        {formatCount(count)} without a {what}
      </ToggleButton>
    )
  return (
    <div className={styles.summary}>
      <b className={styles.total}>{countOf(summary.claims, 'claim')}</b>
      {part('speaker', summary.withoutSpeaker)}
      {part('date', summary.withoutDate)}
      {summary.claims > 0 && summary.withoutSpeaker + summary.withoutDate === 0 && (
        <span className={styles.complete}>all attributed</span>
      )}
    </div>
  )
}
