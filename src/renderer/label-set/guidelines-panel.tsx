import { PenLine, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { keepKeyboardInText } from '../inspector/keep-keyboard'
import { LabelSelect } from '../inspector/spans/label-select'
import { openDialog, useAppStore } from '../state/app-store'
import { useArticleStore } from '../state/article-store'
import { chooseGuidelines, closeGuidelines, shownLabel, useGuidelines } from '../state/guidelines'
import { Button } from '../ui/button'
import { IconButton } from '../ui/icon-button'
import { Markdown } from '../ui/markdown'
import { ExamplesList } from './examples-list'
import styles from './guidelines-panel.module.css'
import { MoreGuidelines } from './more-guidelines'
import { useExamples } from './use-examples'

/** Follows the focus: another span's label brings its own guidelines. */
function useFollowFocus(): void {
  const labelId = useArticleStore((state) =>
    state.focusedUid === null ? undefined : state.spans.get(state.focusedUid)?.labelId,
  )
  useEffect(() => {
    if (labelId !== undefined) chooseGuidelines(labelId)
  }, [labelId])
}

/** The text has made room: what is focused may have gone out of sight. */
function revealFocus(): void {
  const { focusedUid, view } = useArticleStore.getState()
  if (focusedUid !== null) view?.revealSpan(focusedUid)
}

/** The guidelines of a label beside the text, or under it where there is little room. */
export function GuidelinesPanel() {
  const panel = useRef<HTMLElement>(null)
  const labelSet = useAppStore((state) => state.project?.labelSet)
  const undo = useAppStore((state) => state.project?.undo)
  const labelId = useGuidelines((state) => state.labelId)
  useFollowFocus()
  useEffect(() => {
    requestAnimationFrame(revealFocus)
    return keepKeyboardInText(panel.current)
  }, [])
  const label = labelSet && shownLabel(labelSet, labelId)
  const examples = useExamples(label, undo)
  if (labelSet === undefined || label === undefined) return null
  const edit = () => openDialog({ kind: 'labelset', labelId: label.id, tab: 'guidelines' })
  return (
    <section ref={panel} className={`${styles.panel} hue-${label.hue}`} data-pane="guidelines" aria-label="Guidelines">
      <header className={styles.header}>
        <LabelSelect name="Guidelines of" label={label} labelSet={labelSet} withDisabled onChoose={chooseGuidelines} />
        <span className={styles.space} />
        <IconButton icon={PenLine} label="Edit these guidelines…" size="small" onPress={edit} />
        <IconButton
          icon={X}
          label="Close the guidelines"
          command="guidelines.toggle"
          size="small"
          onPress={closeGuidelines}
        />
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <div className={styles.body} tabIndex={0} data-pane-entrance>
        {label.description !== '' && <p className={styles.lead}>{label.description}</p>}
        {label.guidelines.trim() !== '' && <Markdown text={label.guidelines} />}
        {label.guidelines.trim() === '' && (
          <div className={styles.none}>
            <p>No guidelines are written for this label yet.</p>
            <Button size="small" onPress={edit}>
              Write them…
            </Button>
          </div>
        )}
        <MoreGuidelines label={label} labelSet={labelSet} />
        {examples.length > 0 && (
          <>
            <h3 className={styles.heading}>Examples</h3>
            <ExamplesList examples={examples} />
          </>
        )}
      </div>
    </section>
  )
}
