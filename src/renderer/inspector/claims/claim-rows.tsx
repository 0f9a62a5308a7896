import type { ClaimCard, ClaimLink, Missing } from '../../../shared/domain/annotations/claims'
import type { RelationRole } from '../../../shared/domain/label-set/label-set'
import styles from '../rows.module.css'
import { LinkRow, OtherLinkRows } from '../spans/link-rows'
import type { Annotations } from '../use-annotations'
import { dayText } from '../words/when-text'
import { MissingTag } from './missing-tag'
import { NearestTags } from './nearest-tags'

interface ClaimRowsProps {
  readonly card: ClaimCard
  readonly annotations: Annotations
  /** Offers what may be added as well as what is missing. */
  readonly isFocused: boolean
}

/** Who said a claim, through whom, when, and about when; and what of this is missing. */
export function ClaimRows({ card, annotations, isFocused }: ClaimRowsProps) {
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
  const addTag = (what: Missing, role: RelationRole, links: readonly ClaimLink[]) => {
    const isMissing = missing.includes(what)
    const type = typeOf(role)
    if (type === undefined || !(isMissing || (isFocused && links.length === 0 && type.enabled))) return null
    return (
      <>
        <MissingTag uid={span.uid} what={what} typeId={type.id} isOptional={!isMissing} />
        {what === 'speaker' && isMissing && <NearestTags span={span} typeId={type.id} annotations={annotations} />}
      </>
    )
  }
  return (
    <>
      {row('said_by', saidBy, addTag('speaker', 'said_by', saidBy))}
      {row('via', via)}
      {row(
        'said_on',
        saidOn,
        (articleDate !== null || missing.includes('date')) && (
          <>
            {articleDate !== null && <span className={styles.faint}>{dayText(articleDate)} (article’s date)</span>}
            {addTag('date', 'said_on', saidOn)}
          </>
        ),
      )}
      {row('about_time', aboutTime)}
      <OtherLinkRows links={card.others} annotations={annotations} />
    </>
  )
}
