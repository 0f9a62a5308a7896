import { COMMANDS, type CommandId } from '../../shared/contract/command-ids'
import { NO_FILTER } from '../../shared/domain/corpus/article-filter'
import type { Status } from '../../shared/domain/corpus/articles'
import { DEFAULT_READING } from '../../shared/domain/settings'
import type { Shortcuts } from '../../shared/domain/shortcuts'
import {
  checkProject,
  closeProject,
  importFiles,
  importFolder,
  lookAtFolder,
  newProject,
  openProject,
  openSample,
  revealProject,
  setReading,
  setTheme,
  stepTextSize,
  toggleView,
} from '../state/app-actions'
import { openDialog, useAppStore } from '../state/app-store'
import { useArticleStore } from '../state/article-store'
import { startAttributes } from '../state/attribute-entry'
import { backUpNow, openBackups } from '../state/backups'
import { openConcordance } from '../state/concordance-actions'
import { annotateOpenOnce, findCopies, toggleCopiesFilter } from '../state/copies'
import { isFiltered, setFilter, shuffle, useCorpusStore } from '../state/corpus-store'
import { openFind, stepFind } from '../state/find-store'
import { showPane, toggleFocusMode } from '../state/focus-mode'
import {
  addPartFromSelection,
  doneAndNext,
  nudge,
  redo,
  removeSpans,
  setStatus,
  toggleFlag,
  undo,
} from '../state/gestures'
import { toggleExample, toggleGuidelines } from '../state/guidelines'
import { linkNearest, startLink } from '../state/link-mode'
import { stepFinding } from '../state/lint'
import { nextArticle, previousArticle, walkSpans } from '../state/navigation'
import { findChanged, importChanged } from '../state/revisions'
import { chooseSpanAtCaret } from '../state/span-choice'
import { focusSpanList } from '../state/span-list'
import { mergeSpan, splitAtCaret } from '../state/split-merge'
import { toggleSuggestions } from '../state/suggestion-view'
import { judgeAlike, judgeFocused, repeatInArticle, repeatInCorpus, stepSuggestion } from '../state/suggestions'
import { trashOpenArticle } from '../state/trash'
import { startTour } from '../tour/tour-store'
import { displayCombo } from './key-combo'
import { type KeyTable, keyTable } from './key-table'
import { switchPane } from './panes'
import { SETTING_COMMANDS, SETTING_ROWS, type SettingCommandId } from './setting-commands'

/** Commands that only the window knows: no menu carries them. */
const WINDOW_COMMANDS = {
  'span.atCaret': 'Choose among the spans at the caret',
  'span.link': 'Link the focused span',
  'span.attributes': 'Set the attributes of the focused span',
  'span.linkBefore': 'Link with the nearest speaker before',
  'span.linkAfter': 'Link with the nearest speaker after',
  'span.addPart': 'Add the selection as a part',
  'span.addPartExactly': 'Add exactly what is selected as a part',
  'span.split': 'Split the focused span at the caret',
  'span.splitExactly': 'Split the focused span exactly at the caret',
  'span.merge': 'Merge the focused span with the selected or the next one',
  'span.delete': 'Delete the focused span, or reject the focused suggestion',
  'span.next': 'Next span',
  'span.previous': 'Previous span',
  'span.list': 'List the spans, in step with the caret',
  'span.startBack': 'Start of span back by a word',
  'span.startForward': 'Start of span forward by a word',
  'span.endBack': 'End of span back by a word',
  'span.endForward': 'End of span forward by a word',
  'span.startBackCharacter': 'Start of span back by a character',
  'span.startForwardCharacter': 'Start of span forward by a character',
  'span.endBackCharacter': 'End of span back by a character',
  'span.endForwardCharacter': 'End of span forward by a character',
  'span.repeat': 'Mark every other occurrence in this article',
  'span.repeatInCorpus': 'Suggest every other occurrence in the corpus',
  'suggestion.accept': 'Accept the focused suggestion',
  'suggestion.acceptLabel': 'Accept all suggestions of this label here',
  'suggestion.rejectLabel': 'Reject all suggestions of this label here',
  'suggestion.acceptRun': 'Accept all suggestions of this run',
  'suggestion.rejectRun': 'Reject all suggestions of this run',
  'suggestion.next': 'Next suggestion, in any article',
  'suggestion.previous': 'Previous suggestion, in any article',
  'lint.next': 'Next finding',
  'lint.previous': 'Previous finding',
  'article.annotateOnce': 'Propose the annotations of this article in its copies',
  'corpus.withCopies': 'Show only articles that have near copies, or every article again',
  'corpus.oneOfEach': 'Show one of each group of near copies, or every article again',
  'corpus.findCopies': 'Look for near copies again, among all articles',
  'models.open': 'Have a program propose annotations…',
  'revisions.find': 'Look for changed files…',
  'revisions.importChanged': 'Import changed files as new revisions…',
  'view.suggestions': 'Show or hide suggestions',
  'article.setTodo': 'Set status: to do',
  'article.setInProgress': 'Set status: in progress',
  'article.setDone': 'Set status: done',
  'article.setSkipped': 'Set status: skipped',
  'corpus.addFilter': 'Filter the list',
  'corpus.clearFilter': 'Clear the filter',
  'corpus.saveSearch': 'Save this search',
  'corpus.savedSearches': 'Saved searches',
  'corpus.shuffle': 'Read in a new random order',
  'guidelines.toggle': 'Show or hide the guidelines',
  'guidelines.example': 'Use the focused span as an example, or no longer',
  'view.corpus': 'Show or hide the corpus',
  'view.inspector': 'Show or hide the inspector',
  'view.labelTags': 'Show or hide label names in the text',
  'view.pace': 'Show or hide the pace',
  'reading.larger': 'Larger article text',
  'reading.smaller': 'Smaller article text',
  'reading.reset': 'Reset reading settings',
} as const

export type WindowCommandId = CommandId | keyof typeof WINDOW_COMMANDS | SettingCommandId

export type Section = 'Project' | 'Articles' | 'Spans' | 'View' | 'Settings' | 'Help'

export interface Command {
  readonly id: WindowCommandId
  readonly title: string
  readonly section: Section
  /** What reaches it at present, the user's own where there are any. The first one is shown. */
  readonly keys: readonly string[]
  readonly defaultKeys: readonly string[]
  enabled(): boolean
  run(): void
}

const always = () => true
const isListFiltered = () => isFiltered(useCorpusStore.getState())
const hasProject = () => useAppStore.getState().project !== null
const hasArticle = () => useArticleStore.getState().article !== null
const hasFocus = () => useArticleStore.getState().focusedUid !== null
const hasSuggestion = () => useArticleStore.getState().focusedSuggestion !== null
const statusIsNot = (status: Status) => () => hasArticle() && useArticleStore.getState().article?.status !== status
const canUndo = () => useAppStore.getState().project?.undo.undo != null
const canRedo = () => useAppStore.getState().project?.undo.redo != null

const withFocus = (use: (uid: string) => unknown) => () => {
  const { focusedUid } = useArticleStore.getState()
  if (focusedUid !== null) void use(focusedUid)
}

function deleteFocused(): void {
  const { focusedUid } = useArticleStore.getState()
  if (focusedUid === null) void judgeFocused('reject')
  else void removeSpans([focusedUid])
}

function focusSearch(): void {
  const enter = () => {
    const field = document.querySelector<HTMLInputElement>('[data-corpus-search]')
    field?.focus()
    field?.select()
  }
  if (document.querySelector('[data-corpus-search]') === null) showPane('corpus', enter)
  else enter()
}

/**
 * Opens a menu of the corpus pane, which is shown for it, at its first item. A dialog that is going gives the keyboard
 * back first.
 */
function openMenuInCorpus(selector: string): void {
  const open = () => {
    const button = document.querySelector<HTMLElement>(selector)
    button?.focus()
    // a click without a mouse would be a screen reader's, which has a focus of its own
    button?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true }))
  }
  const press = () => {
    if (document.querySelector('[role="dialog"]') !== null) requestAnimationFrame(press)
    else requestAnimationFrame(open)
  }
  if (document.querySelector(selector) === null) showPane('corpus', press)
  else press()
}

type Row = [WindowCommandId, Section, readonly string[], () => boolean, () => unknown]

const ROWS: readonly Row[] = [
  ['project.new', 'Project', ['mod+n'], always, newProject],
  ['project.open', 'Project', ['mod+o'], always, openProject],
  ['project.openSample', 'Project', [], always, openSample],
  ['import.folder', 'Project', ['mod+shift+i'], always, importFolder],
  ['import.files', 'Project', [], always, importFiles],
  ['import.look', 'Project', [], always, lookAtFolder],
  ['batches.open', 'Project', ['mod+shift+b'], hasProject, () => openDialog({ kind: 'batches' })],
  ['trash.open', 'Project', [], hasProject, () => openDialog({ kind: 'trash' })],
  ['export.open', 'Project', ['mod+e'], hasProject, () => openDialog({ kind: 'export' })],
  ['lint.open', 'Project', ['mod+shift+e'], hasProject, () => openDialog({ kind: 'lint' })],
  ['labelset.edit', 'Project', ['mod+shift+l'], hasProject, () => openDialog({ kind: 'labelset' })],
  ['project.check', 'Project', [], hasProject, checkProject],
  ['backup.now', 'Project', [], hasProject, backUpNow],
  ['backup.open', 'Project', [], hasProject, openBackups],
  ['project.reveal', 'Project', [], hasProject, revealProject],
  ['project.close', 'Project', ['mod+w'], hasProject, closeProject],

  ['article.next', 'Articles', ['n'], hasProject, nextArticle],
  ['article.previous', 'Articles', ['p'], hasProject, previousArticle],
  ['article.doneAndNext', 'Articles', ['space'], hasArticle, doneAndNext],
  ['article.flag', 'Articles', ['f'], hasArticle, toggleFlag],
  ['article.trash', 'Articles', [], hasArticle, trashOpenArticle],
  ['article.setTodo', 'Articles', [], statusIsNot('todo'), () => setStatus('todo')],
  ['article.setInProgress', 'Articles', [], statusIsNot('in_progress'), () => setStatus('in_progress')],
  ['article.setDone', 'Articles', [], statusIsNot('done'), () => setStatus('done')],
  ['article.setSkipped', 'Articles', [], statusIsNot('skipped'), () => setStatus('skipped')],
  ['article.find', 'Articles', ['mod+f'], hasArticle, openFind],
  ['article.findNext', 'Articles', ['f3', 'mod+g'], hasArticle, () => stepFind(1)],
  ['article.findPrevious', 'Articles', ['shift+f3', 'mod+shift+g'], hasArticle, () => stepFind(-1)],
  ['lint.next', 'Articles', ['f8'], hasProject, () => stepFinding(1)],
  ['lint.previous', 'Articles', ['shift+f8'], hasProject, () => stepFinding(-1)],
  ['article.annotateOnce', 'Articles', [], hasArticle, annotateOpenOnce],
  ['corpus.withCopies', 'Articles', [], hasProject, () => toggleCopiesFilter('some')],
  ['corpus.oneOfEach', 'Articles', [], hasProject, () => toggleCopiesFilter('one')],
  ['corpus.findCopies', 'Articles', [], hasProject, findCopies],
  ['models.open', 'Project', [], hasProject, () => openDialog({ kind: 'models' })],
  ['revisions.find', 'Project', [], hasProject, findChanged],
  ['revisions.importChanged', 'Project', [], hasProject, importChanged],
  ['corpus.search', 'Articles', ['/'], hasProject, focusSearch],
  ['concordance.open', 'Articles', ['mod+shift+f'], hasProject, openConcordance],
  ['corpus.addFilter', 'Articles', [], hasProject, () => openMenuInCorpus('[data-add-filter]')],
  ['corpus.clearFilter', 'Articles', [], isListFiltered, () => setFilter(NO_FILTER)],
  ['corpus.saveSearch', 'Articles', [], isListFiltered, () => openDialog({ kind: 'saveSearch' })],
  ['corpus.savedSearches', 'Articles', [], hasProject, () => openMenuInCorpus('[data-saved-searches]')],
  ['corpus.shuffle', 'Articles', [], hasProject, shuffle],

  ['history.undo', 'Spans', ['mod+z'], canUndo, undo],
  ['history.redo', 'Spans', ['mod+shift+z', 'mod+y'], canRedo, redo],
  ['span.next', 'Spans', ['tab'], hasArticle, () => walkSpans(1)],
  ['span.previous', 'Spans', ['shift+tab'], hasArticle, () => walkSpans(-1)],
  ['span.list', 'Spans', ['i'], hasArticle, focusSpanList],
  ['span.atCaret', 'Spans', ['o'], hasArticle, chooseSpanAtCaret],
  ['span.link', 'Spans', ['l'], hasArticle, () => startLink()],
  ['span.attributes', 'Spans', ['e'], hasFocus, () => startAttributes()],
  ['span.linkBefore', 'Spans', [], hasFocus, () => linkNearest('before')],
  ['span.linkAfter', 'Spans', [], hasFocus, () => linkNearest('after')],
  ['span.addPart', 'Spans', ['a'], hasArticle, () => addPartFromSelection()],
  ['span.addPartExactly', 'Spans', ['alt+a'], hasArticle, () => addPartFromSelection({ exactly: true })],
  ['span.split', 'Spans', ['k'], hasFocus, withFocus((uid) => splitAtCaret(uid))],
  ['span.splitExactly', 'Spans', ['alt+k'], hasFocus, withFocus((uid) => splitAtCaret(uid, { exactly: true }))],
  ['span.merge', 'Spans', ['m'], hasFocus, withFocus(mergeSpan)],
  ['span.delete', 'Spans', ['backspace', 'delete'], () => hasFocus() || hasSuggestion(), deleteFocused],
  ['span.repeat', 'Spans', ['r'], hasArticle, repeatInArticle],
  ['span.repeatInCorpus', 'Spans', ['shift+r'], hasArticle, repeatInCorpus],
  ['suggestion.accept', 'Spans', ['enter'], hasSuggestion, () => judgeFocused('accept')],
  ['suggestion.acceptLabel', 'Spans', ['shift+enter'], hasSuggestion, () => judgeAlike('accept', 'label')],
  ['suggestion.rejectLabel', 'Spans', [], hasSuggestion, () => judgeAlike('reject', 'label')],
  ['suggestion.acceptRun', 'Spans', [], hasSuggestion, () => judgeAlike('accept', 'run')],
  ['suggestion.rejectRun', 'Spans', [], hasSuggestion, () => judgeAlike('reject', 'run')],
  ['suggestion.next', 'Spans', ['j'], hasArticle, () => stepSuggestion(1)],
  ['suggestion.previous', 'Spans', ['shift+j'], hasArticle, () => stepSuggestion(-1)],
  ['span.endBack', 'Spans', ['['], hasFocus, withFocus((uid) => nudge(uid, 'end', -1, 'word'))],
  ['span.endForward', 'Spans', [']'], hasFocus, withFocus((uid) => nudge(uid, 'end', 1, 'word'))],
  ['span.startBack', 'Spans', ['{'], hasFocus, withFocus((uid) => nudge(uid, 'start', -1, 'word'))],
  ['span.startForward', 'Spans', ['}'], hasFocus, withFocus((uid) => nudge(uid, 'start', 1, 'word'))],
  ['span.endBackCharacter', 'Spans', ['alt+['], hasFocus, withFocus((uid) => nudge(uid, 'end', -1, 'grapheme'))],
  ['span.endForwardCharacter', 'Spans', ['alt+]'], hasFocus, withFocus((uid) => nudge(uid, 'end', 1, 'grapheme'))],
  ['span.startBackCharacter', 'Spans', ['alt+{'], hasFocus, withFocus((uid) => nudge(uid, 'start', -1, 'grapheme'))],
  ['span.startForwardCharacter', 'Spans', ['alt+}'], hasFocus, withFocus((uid) => nudge(uid, 'start', 1, 'grapheme'))],

  ['view.suggestions', 'View', ['v'], hasArticle, toggleSuggestions],
  ['view.corpus', 'View', ['mod+b'], hasProject, () => switchPane('corpus')],
  ['view.inspector', 'View', ['mod+alt+b'], hasProject, () => switchPane('inspector')],
  ['guidelines.toggle', 'Spans', ['g'], hasProject, toggleGuidelines],
  ['guidelines.example', 'Spans', [], hasFocus, withFocus(toggleExample)],

  ['view.focusMode', 'View', ['f9'], hasArticle, toggleFocusMode],
  ['view.labelTags', 'View', ['t'], hasProject, () => toggleView('labelTags')],
  ['view.pace', 'View', [], hasProject, () => toggleView('pace')],
  ['theme.system', 'View', [], always, () => setTheme('system')],
  ['theme.light', 'View', [], always, () => setTheme('light')],
  ['theme.dark', 'View', [], always, () => setTheme('dark')],
  ['reading.larger', 'View', ['mod+shift+.'], hasArticle, () => stepTextSize(1)],
  ['reading.smaller', 'View', ['mod+shift+,'], hasArticle, () => stepTextSize(-1)],
  ['reading.reset', 'View', ['mod+shift+0'], hasArticle, () => setReading(DEFAULT_READING)],
  ...SETTING_ROWS,
  ['settings.open', 'Settings', ['mod+,'], always, () => openDialog({ kind: 'settings' })],

  ['palette.open', 'Help', ['mod+k'], always, () => openDialog({ kind: 'palette' })],
  ['help.tour', 'Help', [], always, startTour],
  ['help.shortcuts', 'Help', ['?'], always, () => openDialog({ kind: 'shortcuts' })],
]

const TITLES: Record<WindowCommandId, string> = { ...COMMANDS, ...WINDOW_COMMANDS, ...SETTING_COMMANDS }

export const COMMAND_LIST: readonly Command[] = ROWS.map(([id, section, defaultKeys, enabled, run]) => ({
  id,
  title: section === 'View' && id.startsWith('theme.') ? `Theme: ${TITLES[id].toLowerCase()}` : TITLES[id],
  section,
  get keys() {
    return currentKeys().keysOf(id)
  },
  defaultKeys,
  enabled,
  run: () => void run(),
}))

const BY_ID = new Map<string, Command>(COMMAND_LIST.map((command) => [command.id, command]))

const NO_SHORTCUTS: Shortcuts = {}
let lastTable: { readonly shortcuts: Shortcuts; readonly table: KeyTable<Command> } | null = null

/** Who has which key, as the settings stand. */
function currentKeys(): KeyTable<Command> {
  const shortcuts = useAppStore.getState().settings?.shortcuts ?? NO_SHORTCUTS
  if (lastTable?.shortcuts !== shortcuts) lastTable = { shortcuts, table: keyTable(COMMAND_LIST, shortcuts) }
  return lastTable.table
}

/** The command that a key runs, if any. */
export const commandForKey = (combo: string): Command | undefined => currentKeys().byKey.get(combo)

/** Runs a command by its id; false if there is none, or it means nothing at present. */
export function runCommand(id: string): boolean {
  const command = BY_ID.get(id)
  if (command === undefined || !command.enabled()) return false
  command.run()
  return true
}

/** The shortcut of a command for the eye, or undefined if it has none. */
export function keysOf(id: WindowCommandId): string | undefined {
  const combo = currentKeys().keysOf(id)[0]
  return combo === undefined ? undefined : displayCombo(combo, useAppStore.getState().platform)
}
