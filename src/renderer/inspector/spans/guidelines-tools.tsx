import { Bookmark, BookmarkCheck, BookOpen } from 'lucide-react'
import type { Span } from '../../../shared/domain/annotations/annotations'
import type { SpanLabel } from '../../../shared/domain/label-set/label-set'
import { keysOf, runCommand } from '../../commands/registry'
import { isExample, toggleExample } from '../../state/guidelines'
import { IconButton } from '../../ui/icon-button'
import { Kbd } from '../../ui/kbd'
import styles from './span-form.module.css'

interface GuidelinesToolsProps {
  readonly span: Span
  readonly label: SpanLabel
}

/** The way to the guidelines of a span's label, and the span's place among their examples. */
export function GuidelinesTools({ span, label }: GuidelinesToolsProps) {
  const keys = keysOf('guidelines.toggle')
  const isOne = isExample(label, span.uid)
  return (
    <>
      <button type="button" className={styles.link} onClick={() => runCommand('guidelines.toggle')}>
        <BookOpen size={14} strokeWidth={1.75} aria-hidden="true" />
        Guidelines
        {keys !== undefined && <Kbd keys={keys} />}
      </button>
      <span className={styles.space} />
      <IconButton
        icon={isOne ? BookmarkCheck : Bookmark}
        label={isOne ? 'An example of the guidelines: take it away' : 'Use as example in the guidelines'}
        size="small"
        onPress={() => void toggleExample(span.uid)}
      />
    </>
  )
}
