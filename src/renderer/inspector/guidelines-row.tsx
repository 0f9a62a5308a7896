import { Bookmark, BookmarkCheck, BookOpen } from 'lucide-react'
import type { Span } from '../../shared/domain/annotations'
import type { SpanLabel } from '../../shared/domain/label-set'
import { keysOf, runCommand } from '../commands/registry'
import { isExample, toggleExample } from '../state/guidelines'
import { Kbd } from '../ui/kbd'
import styles from './span-form.module.css'

interface GuidelinesRowProps {
  readonly span: Span
  readonly label: SpanLabel
}

/** The way to the guidelines of a span's label, and the span's place among their examples. */
export function GuidelinesRow({ span, label }: GuidelinesRowProps) {
  const keys = keysOf('guidelines.toggle')
  const isOne = isExample(label, span.uid)
  const Icon = isOne ? BookmarkCheck : Bookmark
  return (
    <div className={styles.tools}>
      <button type="button" className={styles.link} onClick={() => runCommand('guidelines.toggle')}>
        <BookOpen size={14} strokeWidth={1.75} aria-hidden="true" />
        Guidelines
        {keys !== undefined && <Kbd keys={keys} />}
      </button>
      <button type="button" className={styles.link} aria-pressed={isOne} onClick={() => void toggleExample(span.uid)}>
        <Icon size={14} strokeWidth={1.75} aria-hidden="true" />
        {isOne ? 'An example' : 'Use as example'}
      </button>
    </div>
  )
}
