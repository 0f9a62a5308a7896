import { Info, TriangleAlert } from 'lucide-react'
import type { LabelSetEffect, LabelSetPreview } from '../../shared/contract/label-sets'
import { classNames } from '../ui/class-names'
import { countOf } from '../ui/format'
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

/** How much is touched and what is lost, in a line. */
function sumOf({ effects, counts }: LabelSetPreview): string {
  if (effects.length === 0) return 'Nothing that is annotated changes.'
  const touched =
    counts.spans === 0
      ? `Touches ${countOf(counts.articles, 'article')}.`
      : `Touches ${countOf(counts.spans, 'span')} in ${countOf(counts.articles, 'article')}.`
  const lost = [
    counts.spansRemoved > 0 && countOf(counts.spansRemoved, 'span'),
    counts.linksRemoved > 0 && countOf(counts.linksRemoved, 'link'),
    counts.valuesRemoved > 0 && countOf(counts.valuesRemoved, 'value'),
  ].filter((part) => part !== false)
  return lost.length === 0 ? touched : `${touched} Deleted: ${lost.join(', ')}.`
}

/** What an edit does to what is annotated, with examples, and what it changes in the set. */
export function EditPreview({ preview }: { readonly preview: LabelSetPreview }) {
  const { changes, effects } = preview
  const more = changes.length - MOST_CHANGES
  return (
    <div className={styles.preview}>
      <p className={styles.sum} role="status">
        <strong>{sumOf(preview)}</strong> One undo brings everything back.
      </p>
      {effects.length > 0 && (
        <ul className={styles.effects} aria-label="What happens to annotations">
          {effects.map((effect) => (
            <Effect key={effect.message} effect={effect} />
          ))}
        </ul>
      )}
      <div>
        <h3 className={styles.heading}>In the label set</h3>
        <ul className={styles.changes} aria-label="Changes of the label set">
          {changes.slice(0, MOST_CHANGES).map((change) => (
            <li key={change}>{change}</li>
          ))}
          {more > 0 && <li>and {more} more</li>}
        </ul>
      </div>
    </div>
  )
}
