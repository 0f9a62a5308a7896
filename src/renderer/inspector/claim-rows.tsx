import type { ClaimCard, ClaimLink } from '../../shared/domain/claims'
import type { RelationRole } from '../../shared/domain/label-set'
import { LinkRow, OtherLinkRows } from './link-rows'
import { MissingTag } from './missing-tag'
import styles from './rows.module.css'
import type { Annotations } from './use-annotations'
import { dayText } from './when-text'

interface ClaimRowsProps {
  readonly card: ClaimCard
  readonly annotations: Annotations
}

/** Who said a claim, through whom, when, and about when; and what of this is missing. */
export function ClaimRows({ card, annotations }: ClaimRowsProps) {
  const { span, saidBy, via, saidOn, aboutTime, articleDate, missing } = card
  const typeOf = (role: RelationRole) =>
    annotations.labelSet.relations.find((type) => type.role === role && type.enabled) ??
    annotations.labelSet.relations.find((type) => type.role === role)
  const row = (role: RelationRole, links: readonly ClaimLink[], otherwise?: React.ReactNode) => {
    const type = typeOf(role)
    if (type === undefined || (links.length === 0 && !otherwise)) return null
    return (
      <LinkRow title={type.title || type.name} links={links} annotations={annotations}>
        {otherwise}
      </LinkRow>
    )
  }
  const missingTag = (what: 'speaker' | 'date', role: RelationRole) =>
    missing.includes(what) && <MissingTag uid={span.uid} what={what} typeId={typeOf(role)?.id ?? ''} />
  return (
    <>
      {row('said_by', saidBy, missingTag('speaker', 'said_by'))}
      {row('via', via)}
      {row(
        'said_on',
        saidOn,
        articleDate === null ? (
          missingTag('date', 'said_on')
        ) : (
          <span className={styles.faint}>{dayText(articleDate)} (article’s date)</span>
        ),
      )}
      {row('about_time', aboutTime)}
      <OtherLinkRows links={card.others} annotations={annotations} />
    </>
  )
}
