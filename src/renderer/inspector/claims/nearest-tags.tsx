import { ArrowLeft, ArrowRight } from 'lucide-react'
import { useMemo } from 'react'
import type { Span } from '../../../shared/domain/annotations/annotations'
import { type LinkOption, linkOptions, nearestSpan, SIDES, type Side } from '../../../shared/domain/annotations/linking'
import { linkSpans } from '../../state/make-links'
import type { Annotations } from '../use-annotations'
import { shownWords } from '../words/span-words'
import styles from './nearest-tags.module.css'

/** Longer words than this are cut by the tag's ellipsis anyway. UTF-16 code units. */
const LONGEST_IN_TAG = 80

interface NearestTagsProps {
  /** The claim that misses something. */
  readonly span: Span
  /** The relation type that the link is to have. */
  readonly typeId: string
  readonly annotations: Annotations
}

/** The nearest possible ends of a missing link, before the claim and after it: one press makes the link. */
export function NearestTags({ span, typeId, annotations }: NearestTagsProps) {
  const { labelSet, withLabels } = annotations
  const option = useMemo(
    () => linkOptions(labelSet, span.labelId).find((way) => way.typeId === typeId && way.direction === 'out'),
    [labelSet, span.labelId, typeId],
  )
  if (option === undefined) return null
  const possible = withLabels(option.otherLabels)
  return SIDES.map((side) => {
    const nearest = nearestSpan(possible, span, side)
    return nearest === undefined ? null : (
      <NearestTag key={side} side={side} from={span} to={nearest} option={option} annotations={annotations} />
    )
  })
}

interface NearestTagProps {
  readonly side: Side
  readonly from: Span
  readonly to: Span
  readonly option: LinkOption
  readonly annotations: Annotations
}

function NearestTag({ side, from, to, option, annotations }: NearestTagProps) {
  const words = shownWords(annotations.article.text, to.parts, LONGEST_IN_TAG)
  const name = `${option.title} the nearest ${side}: ${words}`
  const Arrow = side === 'before' ? ArrowLeft : ArrowRight
  return (
    <button
      type="button"
      className={styles.tag}
      aria-label={name}
      title={name}
      onClick={() => void linkSpans([from.uid], to.uid, option)}
    >
      {side === 'before' && <Arrow className={styles.arrow} size={12} strokeWidth={1.75} aria-hidden="true" />}
      <bdi className={styles.words}>{words}</bdi>
      {side === 'after' && <Arrow className={styles.arrow} size={12} strokeWidth={1.75} aria-hidden="true" />}
    </button>
  )
}
