import { Highlighter } from 'lucide-react'
import { type ReactNode, useMemo } from 'react'
import { ToggleButton } from 'react-aria-components'
import type { SpanLabel } from '../../../shared/domain/label-set/label-set'
import { spansInOrder, useArticleStore } from '../../state/article-store'
import { chooseAll, chooseNoneBut, chosenAmong, useSpanSelection } from '../../state/span-selection'
import { useFocusedSuggestion } from '../../state/suggestion-view'
import { EmptyState } from '../../ui/empty-state'
import shapes from '../../ui/shapes.module.css'
import { toggleLabel, useInspectorStore } from '../inspector-store'
import { type Annotations, useAnnotations } from '../use-annotations'
import { ManyPanel } from './many-panel'
import { SpanList } from './span-list'
import { SpanPanel } from './span-panel'
import styles from './spans-tab.module.css'
import { SuggestionPanel } from './suggestion-panel'

/** Every span of the article in reading order, with the focused one above to be changed. */
export function SpansTab() {
  const annotations = useAnnotations()
  return annotations === null ? null : <Spans annotations={annotations} />
}

function Spans({ annotations }: { readonly annotations: Annotations }) {
  const { labelSet, spans } = annotations
  const focusedUid = useArticleStore((state) => state.focusedUid)
  const suggestion = useFocusedSuggestion()
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
  const selection = useSpanSelection()
  const many = useMemo(() => {
    const uids = new Set(chosenAmong(selection, focusedUid, (uid) => spans.has(uid)))
    return ordered.filter(({ uid }) => uids.has(uid))
  }, [selection, focusedUid, spans, ordered])
  const manyUids = useMemo(() => new Set(many.map(({ uid }) => uid)), [many])
  return (
    <>
      {suggestion !== undefined && <SuggestionPanel suggestion={suggestion} annotations={annotations} />}
      {many.length > 1 ? (
        <ManyPanel spans={many} annotations={annotations} />
      ) : (
        focused !== undefined && <SpanPanel span={focused} annotations={annotations} />
      )}
      {ordered.length === 0 ? (
        <EmptyState icon={Highlighter} title="No spans yet">
          Select words in the article, then press the letter of a label.
        </EmptyState>
      ) : (
        <>
          <LabelChips labels={labels} counts={counts} chosen={chosen}>
            {shown.length > 1 && many.length < shown.length && (
              <button
                type="button"
                className={`${shapes.quiet} ${styles.all}`}
                aria-keyshortcuts="Control+A"
                onClick={() => chooseAll(shown.map(({ uid }) => uid))}
              >
                Choose all
              </button>
            )}
          </LabelChips>
          <SpanList spans={shown} annotations={annotations} focusedUid={focusedUid} chosen={manyUids} />
        </>
      )}
    </>
  )
}

interface LabelChipsProps {
  readonly labels: readonly SpanLabel[]
  readonly counts: ReadonlyMap<string, number>
  readonly chosen: ReadonlySet<string>
  readonly children: ReactNode
}

function LabelChips({ labels, counts, chosen, children }: LabelChipsProps) {
  return (
    <fieldset className={styles.chips}>
      <legend className={styles.legend}>Show only</legend>
      {labels.map((label) => (
        <ToggleButton
          key={label.id}
          className={`${styles.chip} hue-${label.hue}`}
          isSelected={chosen.has(label.id)}
          isDisabled={!counts.has(label.id)}
          onChange={() => {
            // what a filter hides must not be changed with the rest
            chooseNoneBut()
            toggleLabel(label.id)
          }}
        >
          <span className={shapes.swatch} aria-hidden="true" />
          {label.title || label.name}
          <span className={styles.count}>{(counts.get(label.id) ?? 0).toLocaleString('en')}</span>
        </ToggleButton>
      ))}
      {children}
    </fieldset>
  )
}
