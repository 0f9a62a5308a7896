import type { LabelSet, SpanLabel } from '../../shared/domain/label-set/label-set'
import { Markdown } from '../ui/markdown'
import styles from './guidelines-panel.module.css'

interface MoreGuidelinesProps {
  readonly label: SpanLabel
  readonly labelSet: LabelSet
}

/** What is written about the attributes of a label, and about the links that start at it. */
export function MoreGuidelines({ label, labelSet }: MoreGuidelinesProps) {
  const links = labelSet.relations.filter(({ enabled, from }) => enabled && from.includes(label.id))
  return [...label.attributes, ...links]
    .filter(({ guidelines }) => guidelines.trim() !== '')
    .map(({ id, title, name, guidelines }) => (
      <section key={id}>
        <h3 className={styles.heading}>{title || name}</h3>
        <Markdown text={guidelines} />
      </section>
    ))
}
