import { CircleDashed, Flag, Layers } from 'lucide-react'
import { memo } from 'react'
import { VisuallyHidden } from 'react-aria-components'
import type { Snippet } from '../../shared/contract/search-methods'
import type { ArticleRow as Row } from '../../shared/domain/corpus/articles'
import type { LabelSet, SpanLabel } from '../../shared/domain/label-set/label-set'
import { classNames } from '../ui/class-names'
import { countOf, formatCount, formatDay } from '../ui/format'
import { Skeleton } from '../ui/skeleton'
import { STATUS_NAMES, StatusDot } from '../ui/status-dot'
import styles from './article-row.module.css'
import { MarkedWords } from './marked-words'

const NO_MARKS: Snippet['marks'] = []

interface LabelCount {
  readonly label: SpanLabel
  readonly count: number
}

const countsOf = (row: Row, labelSet: LabelSet): LabelCount[] =>
  labelSet.labels.map((label) => ({ label, count: row.counts[label.id] ?? 0 })).filter(({ count }) => count > 0)

const titleOf = (label: SpanLabel): string => label.title || label.name

/** All that the row shows, in words. */
function describeRow(row: Row, labelSet: LabelSet, snippet: Snippet | null | undefined): string {
  return [
    row.title,
    STATUS_NAMES[row.status],
    row.flagged && 'flagged',
    row.publishedOn !== null && formatDay(row.publishedOn),
    row.suggestions > 0 && countOf(row.suggestions, 'suggestion'),
    row.copies > 0 && countOf(row.copies, 'near copy', 'near copies'),
    ...countsOf(row, labelSet).map(({ label, count }) => `${titleOf(label)}: ${formatCount(count)}`),
    snippet?.words,
  ]
    .filter(Boolean)
    .join(', ')
}

function Placeholder() {
  return (
    <>
      <VisuallyHidden>Loading</VisuallyHidden>
      <div className={styles.content} aria-hidden="true">
        <Skeleton width="full" />
        <Skeleton width="half" />
        <Skeleton width="third" />
      </div>
    </>
  )
}

interface ArticleRowProps {
  readonly row: Row | undefined
  readonly labelSet: LabelSet
  /** While words are searched: where they stand; null: not known yet. */
  readonly snippet?: Snippet | null | undefined
}

/** An article in the list: its title, status, date, how many spans of each label it has, and where searched words stand. */
export const ArticleRow = memo(function ArticleRow({ row, labelSet, snippet }: ArticleRowProps) {
  if (row === undefined) return <Placeholder />
  const counts = countsOf(row, labelSet)
  return (
    <>
      <VisuallyHidden>{describeRow(row, labelSet, snippet)}</VisuallyHidden>
      <div className={styles.content} aria-hidden="true">
        <span className={styles.title}>
          <MarkedWords words={row.title} marks={snippet?.titleMarks ?? NO_MARKS} />
        </span>
        <span className={styles.meta}>
          <StatusDot status={row.status} />
          {row.flagged && <Flag className={styles.flag} size={12} strokeWidth={2} />}
          <span className={classNames(row.publishedOn === null && styles.faint)}>
            {row.publishedOn === null ? 'No date' : formatDay(row.publishedOn)}
          </span>
          {row.suggestions > 0 && (
            <span className={styles.suggestions}>
              <CircleDashed size={12} strokeWidth={2} />
              {formatCount(row.suggestions)}
            </span>
          )}
          {row.copies > 0 && (
            <span className={styles.copies}>
              <Layers size={12} strokeWidth={2} />
              {countOf(row.copies, 'copy', 'copies')}
            </span>
          )}
          <span className={styles.counts}>
            {counts.length === 0
              ? '—'
              : counts.map(({ label, count }) => (
                  <span key={label.id} className={classNames(styles.count, `hue-${label.hue}`)}>
                    {formatCount(count)}
                  </span>
                ))}
          </span>
        </span>
        {snippet !== undefined && (
          <span className={styles.snippet} dir="auto">
            {snippet !== null && <MarkedWords words={snippet.words} marks={snippet.marks} />}
          </span>
        )}
      </div>
    </>
  )
})
