import { type ReactNode, useState } from 'react'
import type { ClaimLink } from '../../../shared/domain/annotations/claims'
import shapes from '../../ui/shapes.module.css'
import styles from '../rows.module.css'
import type { Annotations } from '../use-annotations'
import { SpanTag } from './span-tag'

/** What a span leads to is its own; what leads to it (a speaker may have said a hundred claims) is context. */
const SHOWN_AT_FIRST = { out: 8, in: 3 }

interface LinkRowProps {
  readonly title: string
  readonly links: readonly ClaimLink[]
  readonly annotations: Annotations
  /** Stands after the tags: what is missing, or what stands in. */
  readonly children?: ReactNode
}

/** One kind of link of a span, with a tag for each. */
export function LinkRow({ title, links, annotations, children }: LinkRowProps) {
  const [all, setAll] = useState(false)
  const shown = all ? links : links.slice(0, SHOWN_AT_FIRST[links[0]?.direction ?? 'out'])
  return (
    <>
      <dt className={styles.term}>{title}</dt>
      <dd className={styles.value}>
        {shown.map((link) => (
          <span key={link.relation.uid} className={styles.tagLine}>
            <SpanTag link={link} annotations={annotations} />
            <SpeakerRole link={link} />
          </span>
        ))}
        {shown.length < links.length && (
          <button type="button" className={shapes.quiet} onClick={() => setAll(true)}>
            {(links.length - shown.length).toLocaleString('en')} more
          </button>
        )}
        {children}
      </dd>
    </>
  )
}

function SpeakerRole({ link }: { readonly link: ClaimLink }) {
  const { words, attributes } = link.other
  const { role } = attributes
  // “Police (police)” would say nothing
  const isNews = typeof role === 'string' && !words.toLowerCase().includes(role.toLowerCase())
  return isNews && link.direction === 'out' ? (
    <span className={styles.aside} title={role}>
      {role}
    </span>
  ) : null
}

/** Links grouped by type and direction, each group a row, in the order of the label set. */
export function OtherLinkRows({ links, annotations }: Pick<LinkRowProps, 'links' | 'annotations'>) {
  const groups = new Map<string, ClaimLink[]>()
  for (const link of links) {
    const key = `${link.type.id} ${link.direction}`
    groups.set(key, [...(groups.get(key) ?? []), link])
  }
  const { relations } = annotations.labelSet
  const ordered = [...groups].sort(([, a], [, b]) => relations.indexOf(a[0]!.type) - relations.indexOf(b[0]!.type))
  return ordered.map(([key, group]) => (
    <LinkRow key={key} title={group[0]!.type.title || group[0]!.type.name} links={group} annotations={annotations} />
  ))
}
