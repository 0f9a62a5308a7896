import { X } from 'lucide-react'
import type { Span } from '../../../shared/domain/annotations/annotations'
import { setParts } from '../../state/gestures'
import { IconButton } from '../../ui/icon-button'
import { shownWords } from '../words/span-words'
import styles from './parts-list.module.css'

/** The parts of an interrupted span, any of which can be taken away while another is left. */
export function PartsList({ span, text }: { readonly span: Span; readonly text: string }) {
  const without = (index: number) => span.parts.filter((_, at) => at !== index)
  return (
    <ol className={styles.parts} aria-label="Parts">
      {span.parts.map((part, index) => (
        <li key={part[0]} className={styles.part}>
          <span className={styles.words}>{shownWords(text, [part], 160)}</span>
          <IconButton
            icon={X}
            label={`Remove part ${index + 1}`}
            size="small"
            onPress={() => void setParts(span.uid, without(index))}
          />
        </li>
      ))}
    </ol>
  )
}
