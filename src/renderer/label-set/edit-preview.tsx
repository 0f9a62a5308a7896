import { Info, TriangleAlert } from 'lucide-react'
import type { LabelSetEffect, LabelSetPreview } from '../../shared/contract/label-sets'
import { classNames } from '../ui/class-names'
import styles from './edit-preview.module.css'

/** More changes of the set than this are counted, not listed. */
const MOST_CHANGES = 12

function Effect({ effect }: { readonly effect: LabelSetEffect }) {
  const Icon = effect.loses ? TriangleAlert : Info
  return (
    <li className={classNames(styles.effect, effect.loses && styles.loses)}>
      <p className={styles.message}>
        <Icon size={14} strokeWidth={1.75} aria-hidden="true" />
        {effect.message}
      </p>
      {effect.examples.length > 0 && (
        <ul className={styles.examples} aria-label="For example">
          {effect.examples.map(({ articleId, articleTitle, spanUid, words }) => (
            <li key={`${articleId} ${spanUid}`} className={styles.example}>
              {words !== '' && <q className={styles.words}>{words}</q>}
              <span className={styles.where}>{articleTitle}</span>
            </li>
          ))}
          {effect.count > effect.examples.length && (
            <li className={styles.where}>and {(effect.count - effect.examples.length).toLocaleString('en')} more</li>
          )}
        </ul>
      )}
    </li>
  )
}

/** What an edit changes in the set, and what it does to what is annotated, with examples. */
export function EditPreview({ preview }: { readonly preview: LabelSetPreview }) {
  const { changes, effects } = preview
  const more = changes.length - MOST_CHANGES
  return (
    <div className={styles.preview} role="status">
      <ul className={styles.changes} aria-label="Changes of the label set">
        {changes.slice(0, MOST_CHANGES).map((change) => (
          <li key={change}>{change}</li>
        ))}
        {more > 0 && <li>and {more} more</li>}
      </ul>
      {effects.length === 0 ? (
        <p className={styles.none}>Nothing that is annotated changes.</p>
      ) : (
        <ul className={styles.effects} aria-label="What happens to annotations">
          {effects.map((effect) => (
            <Effect key={effect.message} effect={effect} />
          ))}
        </ul>
      )}
      <p className={styles.none}>One undo brings everything back.</p>
    </div>
  )
}
