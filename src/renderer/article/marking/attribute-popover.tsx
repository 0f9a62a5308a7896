import { useLayoutEffect, useRef } from 'react'
import { attributeKeys } from '../../../shared/domain/label-set/attribute-keys'
import { docOffset } from '../../../shared/domain/text/offsets'
import { useAppStore } from '../../state/app-store'
import { useArticleStore } from '../../state/article-store'
import { type AttributeEntry, enteredAttributes, useAttributeEntry } from '../../state/attribute-entry'
import { countOf } from '../../ui/format'
import { Kbd } from '../../ui/kbd'
import { placePopover } from '../overlays/place-popover'
import { useLayout } from '../overlays/use-layout'
import type { ArticleSurface } from '../text/article-surface'
import { AttributeEntryRow } from './attribute-entry-row'
import styles from './attribute-popover.module.css'

/** The attributes of the focused span beside its words, each with the key that sets it. */
export function AttributePopover({ surface }: { readonly surface: ArticleSurface }) {
  const entry = useAttributeEntry((state) => state.entry)
  return entry === null ? null : <Entry surface={surface} entry={entry} />
}

function Entry({ surface, entry }: { readonly surface: ArticleSurface; readonly entry: AttributeEntry }) {
  const popover = useRef<HTMLDivElement>(null)
  const focusedUid = useArticleStore((state) => state.focusedUid)
  const spans = useArticleStore((state) => state.spans)
  const labels = useAppStore((state) => state.project?.labelSet.labels)
  useLayout(surface, true)
  const span = spans.get(focusedUid ?? '')
  // after every render: a scroll or a change of the text renders again
  useLayoutEffect(() => {
    const part = span?.parts[0]
    if (part === undefined || popover.current === null) return
    placePopover(popover.current, surface, { anchor: part[0], focus: docOffset(part[1]) })
  })
  const attributes = enteredAttributes(entry.uids)
  if (span === undefined || attributes.length === 0) return null
  const keys = attributeKeys(attributes.map(({ attribute }) => attribute))
  const label = labels?.find(({ id }) => id === span.labelId)
  return (
    <section
      ref={popover}
      className={`${styles.popover} hue-${label?.hue ?? 'slate'}`}
      aria-label={entry.uids.length === 1 ? 'Attributes' : `Attributes of ${countOf(entry.uids.length, 'span')}`}
    >
      {entry.uids.length > 1 && <p className={styles.count}>{countOf(entry.uids.length, 'span')}</p>}
      {attributes.map((entered, index) => (
        <AttributeEntryRow
          key={entered.attribute.id}
          entered={entered}
          letter={keys[index]?.key ?? null}
          entry={entered.attribute.id === entry.attributeId ? entry : null}
        />
      ))}
      <p className={styles.hint}>
        <Kbd keys="0" /> clears <Kbd keys="Esc" /> closes
      </p>
    </section>
  )
}
