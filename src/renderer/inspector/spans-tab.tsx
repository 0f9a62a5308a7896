import { Highlighter } from 'lucide-react'
import { useMemo } from 'react'
import { ToggleButton } from 'react-aria-components'
import type { SpanLabel } from '../../shared/domain/label-set'
import { spansInOrder, useArticleStore } from '../state/article-store'
import { EmptyState } from '../ui/empty-state'
import { toggleLabel, useInspectorStore } from './inspector-store'
import { SpanList } from './span-list'
import { SpanPanel } from './span-panel'
import styles from './spans-tab.module.css'
import { type Annotations, useAnnotations } from './use-annotations'

/** Every span of the article in reading order, with the focused one above to be changed. */
export function SpansTab() {
  const annotations = useAnnotations()
  return annotations === null ? null : <Spans annotations={annotations} />
}

function Spans({ annotations }: { readonly annotations: Annotations }) {
  const { labelSet, spans } = annotations
  const focusedUid = useArticleStore((state) => state.focusedUid)
  const labelIds = useInspectorStore((state) => state.labelIds)
  const ordered = useMemo(() => spansInOrder(spans), [spans])
  const counts = useMemo(() => {
    const byLabel = new Map<string, number>()
    for (const span of ordered) byLabel.set(span.labelId, (byLabel.get(span.labelId) ?? 0) + 1)
    return byLabel
  }, [ordered])
  const labels = labelSet.labels.filter((label) => label.enabled || counts.has(label.id))
  // a filter of another article's labels would only hide things here
  const chosen = useMemo(() => new Set(labelIds.filter((id) => counts.has(id))), [labelIds, counts])
  const shown = useMemo(
    () => (chosen.size === 0 ? ordered : ordered.filter((span) => chosen.has(span.labelId))),
    [ordered, chosen],
  )
  const focused = focusedUid === null ? undefined : spans.get(focusedUid)
  return (
    <>
      {focused !== undefined && <SpanPanel span={focused} annotations={annotations} />}
      {ordered.length === 0 ? (
        <EmptyState icon={Highlighter} title="No spans yet">
          Select words in the article, then press the letter of a label.
        </EmptyState>
      ) : (
        <>
          <LabelChips labels={labels} counts={counts} chosen={chosen} />
          <SpanList spans={shown} annotations={annotations} focusedUid={focusedUid} />
        </>
      )}
    </>
  )
}

interface LabelChipsProps {
  readonly labels: readonly SpanLabel[]
  readonly counts: ReadonlyMap<string, number>
  readonly chosen: ReadonlySet<string>
}

function LabelChips({ labels, counts, chosen }: LabelChipsProps) {
  return (
    <fieldset className={styles.chips}>
      <legend className={styles.legend}>Show only</legend>
      {labels.map((label) => (
        <ToggleButton
          key={label.id}
          className={`${styles.chip} hue-${label.hue}`}
          isSelected={chosen.has(label.id)}
          isDisabled={!counts.has(label.id)}
          onChange={() => toggleLabel(label.id)}
        >
          <span className={styles.swatch} aria-hidden="true" />
          {label.title || label.name}
          <span className={styles.count}>{(counts.get(label.id) ?? 0).toLocaleString('en')}</span>
        </ToggleButton>
      ))}
    </fieldset>
  )
}
