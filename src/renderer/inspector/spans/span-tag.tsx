import { ArrowLeft, X } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import type { ClaimLink } from '../../../shared/domain/annotations/claims'
import { corefAntecedent } from '../../../shared/domain/annotations/claims'
import { findLabel } from '../../../shared/domain/label-set/label-set'
import { removeRelations } from '../../state/gestures'
import { goToSpan } from '../go-to-span'
import type { Annotations } from '../use-annotations'
import { shownWords } from '../words/span-words'
import { whenText } from '../words/when-text'
import styles from './span-tag.module.css'

/** Longer words than this are cut by the tag's ellipsis anyway. UTF-16 code units. */
const LONGEST_IN_TAG = 120

/** Words up to here fit beside their meaning, whatever it is. */
const SHORT = 10

/** What the other end of a link amounts to: a date's value, or whom a pronoun stands for. */
function meaningOf(link: ClaimLink, { article, labelSet, links }: Annotations): string | null {
  const role = findLabel(labelSet, link.other.labelId)?.role
  if (role === 'date') return whenText(link.other.attributes)
  if (role !== 'speaker' || link.type.role === 'coref') return null
  const antecedent = corefAntecedent(link.other.uid, links)
  return antecedent === null ? null : shownWords(article.text, antecedent.parts, LONGEST_IN_TAG)
}

interface SpanTagProps {
  readonly link: ClaimLink
  readonly annotations: Annotations
}

/** The other end of a link, in its label's hue. A click goes there; Delete or the × takes the link away. */
export function SpanTag({ link, annotations }: SpanTagProps) {
  const { article, labelSet } = annotations
  const words = shownWords(article.text, link.other.parts, LONGEST_IN_TAG)
  const meaning = meaningOf(link, annotations)
  const remove = () => void removeRelations([link.relation.uid])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Delete' && event.key !== 'Backspace') return
    event.preventDefault()
    remove()
  }
  return (
    <span className={`${styles.tag} hue-${findLabel(labelSet, link.other.labelId)?.hue ?? 'slate'}`}>
      <button
        type="button"
        className={styles.go}
        data-short={words.length <= SHORT}
        title={meaning === null ? words : `${words} → ${meaning}`}
        aria-keyshortcuts="Delete"
        onClick={() => goToSpan(link.other.uid)}
        onKeyDown={onKeyDown}
      >
        {link.direction === 'in' && (
          <ArrowLeft className={styles.arrow} size={12} strokeWidth={1.75} aria-label="from" />
        )}
        <bdi className={styles.words}>{words}</bdi>
        {meaning !== null && <bdi className={styles.meaning}>→ {meaning}</bdi>}
      </button>
      <button
        type="button"
        className={styles.remove}
        tabIndex={-1}
        aria-label={`Remove the link to ${words}`}
        onClick={remove}
      >
        <X size={12} strokeWidth={2} aria-hidden="true" />
      </button>
    </span>
  )
}
