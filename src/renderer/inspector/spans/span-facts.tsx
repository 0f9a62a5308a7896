import type { Span } from '../../../shared/domain/annotations/annotations'
import { momentText } from '../words/moment-text'
import styles from './span-facts.module.css'

const ORIGINS: Record<Span['origin'], string> = {
  manual: 'marked by hand',
  imported: 'imported',
  suggested: 'suggested and accepted',
  repeated: 'repeated from another place',
}

/** Who made a span, how, and when. */
export function SpanFacts({ span }: { readonly span: Span }) {
  const changed = span.updatedAt !== span.createdAt
  return (
    <p className={styles.facts}>
      {span.author} · {ORIGINS[span.origin]} · {momentText(span.createdAt)}
      {changed && ` · changed ${momentText(span.updatedAt)}`}
    </p>
  )
}
