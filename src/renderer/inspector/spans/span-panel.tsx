import { memo } from 'react'
import type { Span } from '../../../shared/domain/annotations/annotations'
import { findLabel } from '../../../shared/domain/label-set/label-set'
import rows from '../rows.module.css'
import type { Annotations } from '../use-annotations'
import { shownWords } from '../words/span-words'
import { OtherLinkRows } from './link-rows'
import { SpanForm } from './span-form'
import styles from './span-panel.module.css'

interface SpanPanelProps {
  readonly span: Span
  readonly annotations: Annotations
}

/** The focused span above a list: its words, its links, and everything that can be changed. */
export const SpanPanel = memo(function SpanPanel({ span, annotations }: SpanPanelProps) {
  const { article, labelSet, links } = annotations
  const label = findLabel(labelSet, span.labelId)
  if (label === undefined) return null
  const itsLinks = links.get(span.uid) ?? []
  return (
    <section className={`${styles.panel} hue-${label.hue}`} aria-label={`Focused span: ${label.title || label.name}`}>
      <p className={styles.words} lang={article.lang ?? undefined} dir="auto">
        {shownWords(article.text, span.parts)}
      </p>
      {itsLinks.length > 0 && (
        <dl className={rows.rows}>
          <OtherLinkRows links={itsLinks} annotations={annotations} />
        </dl>
      )}
      <SpanForm span={span} label={label} annotations={annotations} />
    </section>
  )
})
