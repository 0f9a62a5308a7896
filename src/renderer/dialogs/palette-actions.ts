import { enabledLabels, type SpanLabel } from '../../shared/domain/label-set/label-set'
import { COMMAND_LIST, keysOf } from '../commands/registry'
import { FILTER_CHOICES, type FilterChoice, filterOf } from '../corpus/filter-choice'
import { openRecent } from '../state/app-actions'
import { useAppStore } from '../state/app-store'
import { focusSpan, useArticleStore } from '../state/article-store'
import { setFilter } from '../state/corpus-store'
import { markSelection, relabelSpan } from '../state/gestures'
import { STATUS_NAMES } from '../ui/status-dot'

/** Something that the palette can do at this moment. */
export interface PaletteAction {
  /** The same from one day to the next, so that it can be remembered. */
  readonly id: string
  readonly title: string
  /** What it belongs to, beside its title. */
  readonly subject: string
  readonly keys?: string | undefined
  run(): void
}

const commandActions = (): PaletteAction[] =>
  COMMAND_LIST.filter((command) => command.id !== 'palette.open' && command.enabled()).map((command) => ({
    id: command.id,
    title: command.title,
    subject: command.section,
    keys: keysOf(command.id),
    run: () => command.run(),
  }))

const nameOf = ({ title, name }: SpanLabel): string => title || name

/** Marks with each label; where a span is focused, gives it another label. */
function labelActions(): PaletteAction[] {
  const labelSet = useAppStore.getState().project?.labelSet
  const { article, focusedUid, spans } = useArticleStore.getState()
  if (labelSet === undefined || article === null) return []
  const labels = enabledLabels(labelSet)
  const marks = labels.map((label, index) => ({
    id: `mark.${label.id}`,
    title: `Mark as ${nameOf(label)}`,
    subject: 'Labels',
    keys: label.key?.toUpperCase() ?? (index < 9 ? String(index + 1) : undefined),
    run: () => void markSelection(label.id),
  }))
  const focused = focusedUid === null ? undefined : spans.get(focusedUid)
  if (focused === undefined) return marks
  const relabels = labels
    .filter(({ id }) => id !== focused.labelId)
    .map((label) => ({
      id: `relabel.${label.id}`,
      title: `Change the focused span to ${nameOf(label)}`,
      subject: 'Labels',
      run: () => {
        focusSpan(focused.uid)
        void relabelSpan(focused.uid, label.id)
      },
    }))
  return [...marks, ...relabels]
}

const FILTER_NAMES: Record<FilterChoice, string> = {
  all: 'all articles',
  flagged: 'flagged articles',
  suggested: 'articles with suggestions',
  copied: 'articles with near copies',
  todo: `“${STATUS_NAMES.todo}” only`,
  in_progress: `“${STATUS_NAMES.in_progress}” only`,
  done: `“${STATUS_NAMES.done}” only`,
  skipped: `“${STATUS_NAMES.skipped}” only`,
}

const filterActions = (): PaletteAction[] =>
  useAppStore.getState().project === null
    ? []
    : FILTER_CHOICES.map((choice) => ({
        id: `list.${choice}`,
        title: `List: ${FILTER_NAMES[choice]}`,
        subject: 'Articles',
        run: () => void setFilter(filterOf(choice)),
      }))

function recentActions(): PaletteAction[] {
  const { recents, project } = useAppStore.getState()
  return recents
    .filter(({ exists, path }) => exists && path !== project?.path)
    .map(({ path, name }) => ({
      id: `open.${path}`,
      title: `Open “${name}”`,
      subject: 'Recent project',
      run: () => void openRecent(path),
    }))
}

/** Everything that can be done now: commands, labels, what the list shows, projects. */
export const paletteActions = (): PaletteAction[] => [
  ...commandActions(),
  ...labelActions(),
  ...filterActions(),
  ...recentActions(),
]
