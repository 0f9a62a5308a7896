import { create } from 'zustand'
import type { Span } from '../../shared/domain/annotations/annotations'
import { enabledLabels, findLabel, type LabelSet, type SpanLabel } from '../../shared/domain/label-set/label-set'
import { DictumError } from '../../shared/domain/result'
import { useAppStore } from './app-store'
import { useArticleStore } from './article-store'
import { changeLabel } from './label-set-edits'

interface GuidelinesState {
  readonly isOpen: boolean
  /** Whose guidelines are shown: the label chosen last, or that of the span focused last. */
  readonly labelId: string | null
}

export const useGuidelines = create<GuidelinesState>()(() => ({ isOpen: false, labelId: null }))

export const closeGuidelines = (): void => useGuidelines.setState({ isOpen: false })
export const chooseGuidelines = (labelId: string): void => useGuidelines.setState({ labelId })

const focusedLabel = (): string | undefined => {
  const { focusedUid, spans } = useArticleStore.getState()
  return focusedUid === null ? undefined : spans.get(focusedUid)?.labelId
}

/** Shows the guidelines of the focused span's label, or hides them. */
export const toggleGuidelines = (): void =>
  useGuidelines.setState(({ isOpen, labelId }) => ({ isOpen: !isOpen, labelId: focusedLabel() ?? labelId }))

/** The label whose guidelines are shown: where none was chosen, the first. */
export const shownLabel = (labelSet: LabelSet, labelId: string | null): SpanLabel | undefined =>
  (labelId === null ? undefined : findLabel(labelSet, labelId)) ?? enabledLabels(labelSet)[0] ?? labelSet.labels[0]

export const isExample = (label: SpanLabel, uid: string): boolean =>
  label.examples.some(({ spanUid }) => spanUid === uid)

/** More of a span's words than this is not kept with an example. UTF-16 code units. */
const LONGEST_WORDS = 2000

const withExample = (label: SpanLabel, articleUid: string, span: Span): SpanLabel['examples'] => [
  ...label.examples,
  { articleUid, spanUid: span.uid, words: span.words.slice(0, LONGEST_WORDS) },
]

/** Makes a span an example of its label's guidelines, or takes it away from there. */
export function toggleExample(uid: string): Promise<boolean> {
  const { article, spans } = useArticleStore.getState()
  const span = spans.get(uid)
  const labelSet = useAppStore.getState().project?.labelSet
  if (span === undefined || article === null || labelSet === undefined)
    throw new DictumError('not_found', 'That span is not there any more.')
  return changeLabel(span.labelId, (label) => ({
    ...label,
    examples: isExample(label, uid)
      ? label.examples.filter(({ spanUid }) => spanUid !== uid)
      : withExample(label, article.uid, span),
  }))
}
