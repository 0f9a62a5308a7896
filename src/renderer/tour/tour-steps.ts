import { type LabelRole, labelByRole } from '../../shared/domain/label-set/label-set'
import { keysOf, type WindowCommandId } from '../commands/registry'
import { useAppStore } from '../state/app-store'
import type { Deed } from './deeds'

export interface TourStep {
  readonly title: string
  readonly text: string
  /** Selects the real element that the step is about. */
  readonly target: string
  /** Selects what the card stands beside, if not the element itself. */
  readonly beside?: string
  isDone(deed: Deed): boolean
}

const key = (id: WindowCommandId): string => keysOf(id) ?? 'its entry in the palette'

/** The letter of a label, by what the label is for. */
function labelKey(role: LabelRole): string {
  const labelSet = useAppStore.getState().project?.labelSet
  const label = labelSet && labelByRole(labelSet, role)
  return label?.key?.toUpperCase() ?? 'the digit of its place'
}

/** A set without such a label: any mark will do. */
const isMark = (role: LabelRole) => (deed: Deed) => {
  const labelSet = useAppStore.getState().project?.labelSet
  const isThere = labelSet !== undefined && labelByRole(labelSet, role)?.enabled === true
  return deed.kind === 'mark' && (deed.role === role || !isThere)
}

const is = (kind: Deed['kind']) => (deed: Deed) => deed.kind === kind
const ARTICLE = '[data-pane="article"]'

/** The steps, with the keys as they are now. */
export const tourSteps = (): readonly TourStep[] => [
  {
    title: 'Mark a claim',
    text: `Select words that somebody asserts: drag over them, or hold Shift with the arrows. Then press ${labelKey('claim')}.`,
    target: '[data-tour="label-claim"]',
    beside: ARTICLE,
    isDone: isMark('claim'),
  },
  {
    title: 'Mark who says it',
    text: `Select the speaker’s name in the text, or put the caret into it, and press ${labelKey('speaker')}.`,
    target: '[data-tour="label-speaker"]',
    beside: ARTICLE,
    isDone: isMark('speaker'),
  },
  {
    title: 'Link the two',
    text: `The speaker is focused now. Press ${key('span.link')}, then the letter that stands on your claim.`,
    target: '[data-tour="span.link"]',
    isDone: is('link'),
  },
  {
    title: 'Walk the spans',
    text: `${key('span.next')} leads to the next span, ${key('span.previous')} back. The inspector on the right follows.`,
    target: '[data-pane="inspector"]',
    isDone: is('walk'),
  },
  {
    title: 'Take it back',
    text: `Press ${key('history.undo')}. Every step can be undone, tomorrow too; ${key('history.redo')} does it again.`,
    target: '[data-tour="saved"]',
    isDone: is('undo'),
  },
  {
    title: 'On to the next article',
    text: `${key('article.next')} opens the next one, ${key('article.previous')} the one before. ${key('article.doneAndNext')} also sets it to done.`,
    target: '[data-tour="article.next"]',
    isDone: is('article'),
  },
  {
    title: 'One field for everything',
    text: `Press ${key('palette.open')} and type a few letters: commands, labels, articles, settings.`,
    target: '[data-tour="palette.open"]',
    isDone: is('palette'),
  },
  {
    title: 'Take your work with you',
    text: `Close the palette with Esc, then press ${key('export.open')}. Nothing is written until you choose a file.`,
    target: '[data-tour="export.open"]',
    isDone: is('export'),
  },
]
