import type { AppParams, Settings, SettingsPatch } from '../../shared/contract/app-methods'
import type { ImportOptions } from '../../shared/contract/import-options'
import type { ImportBegun } from '../../shared/contract/jobs'
import type { ConcordanceView } from '../../shared/domain/search/concordance-view'
import {
  type Backups,
  DEFAULT_READING,
  DEFAULT_VIEW,
  LARGEST_SIZE,
  type Marking,
  type Reading,
  SMALLEST_SIZE,
  type View,
  withPatch,
} from '../../shared/domain/settings'
import type { Shortcuts } from '../../shared/domain/shortcuts'
import { openDialog, reportFailure, useAppStore } from './app-store'
import { askApp, askEngine, importDropped } from './engine'
import { settleGestures } from './settle'

/** Runs something that is not a gesture; its failure becomes a message. Says whether it went well. */
export async function attempt(action: () => Promise<void>): Promise<boolean> {
  try {
    await action()
    return true
  } catch (error) {
    reportFailure(error)
    return false
  }
}

/** Does something that may close the open project, once all that was done in it is in its file. */
export const leaveProject = (action: () => Promise<unknown>): Promise<boolean> =>
  attempt(async () => {
    await settleGestures()
    await action()
  })

/** Which project is open reaches the window as an event, whoever opened it. */
export const newProject = (): Promise<boolean> => leaveProject(() => askApp('project.new', {}))
export const openProject = (): Promise<boolean> => leaveProject(() => askApp('project.open', {}))
export const openSample = (): Promise<boolean> => leaveProject(() => askApp('project.openSample', {}))
export const openRecent = (path: string): Promise<boolean> =>
  leaveProject(async () => {
    try {
      await askApp('project.openRecent', { path })
    } finally {
      await refreshRecents()
    }
  })

export const closeProject = (): Promise<boolean> => leaveProject(() => askEngine('project.close', {}))

export const revealProject = (): Promise<boolean> => attempt(async () => void (await askApp('project.reveal', {})))

export async function refreshRecents(): Promise<void> {
  useAppStore.setState({ recents: await askApp('recents.list', {}) })
}

export const removeRecent = (path: string): Promise<boolean> =>
  attempt(async () => useAppStore.setState({ recents: await askApp('recents.remove', { path }) }))

const showJob = (started: { jobId: string } | null): void => {
  if (started !== null) openDialog({ kind: 'job', jobId: started.jobId })
}

/** A large import is looked at before it begins. */
const showImport = (begun: ImportBegun | null): void => {
  if (begun === null || begun.ticket === null) showJob(begun)
  else openDialog({ kind: 'preflight', jobId: begun.jobId, ticket: begun.ticket })
}

export const importFolder = (): Promise<boolean> =>
  attempt(async () => showImport(await askApp('import.choose', { what: 'folder' })))
export const importFiles = (): Promise<boolean> =>
  attempt(async () => showImport(await askApp('import.choose', { what: 'files' })))
export const lookAtFolder = (): Promise<boolean> =>
  attempt(async () => showImport(await askApp('import.choose', { what: 'folder', look: true })))
export const dropFiles = (files: readonly File[]): Promise<boolean> =>
  attempt(async () => showImport(await importDropped(files)))

/** Looks once more at what was chosen, read in another way. */
export const lookAgain = (ticket: string, options: ImportOptions): Promise<boolean> =>
  attempt(async () => openDialog({ kind: 'preflight', ticket, ...(await askApp('import.look', { ticket, options })) }))
export const importChosen = (ticket: string, options: ImportOptions): Promise<boolean> =>
  attempt(async () => showJob(await askApp('import.go', { ticket, options })))
export const dropChosen = (ticket: string): Promise<boolean> =>
  attempt(async () => void (await askApp('import.drop', { ticket })))

export const exportProject = (options: AppParams<'export.choose'>): Promise<boolean> =>
  attempt(async () => showJob(await askApp('export.choose', options)))
export const revealExport = (path: string): Promise<boolean> =>
  attempt(async () => void (await askApp('export.reveal', { path })))

export const cancelJob = (jobId: string): Promise<boolean> =>
  attempt(async () => void (await askEngine('job.cancel', { jobId })))

export const checkProject = (): Promise<boolean> =>
  attempt(async () => {
    await settleGestures()
    showJob(await askEngine('check.start', {}))
  })

const changeSettings = (patch: SettingsPatch): Promise<boolean> =>
  attempt(async () => useAppStore.setState({ settings: await askApp('settings.set', patch) }))

/** Changes settings on the screen at once; if they cannot be stored, the screen goes back to what is stored. */
const changeAtOnce = (patch: Omit<SettingsPatch, 'theme' | 'annotator'>): Promise<boolean> =>
  attempt(async () => {
    useAppStore.setState(({ settings }) => ({ settings: settings && (withPatch(settings, patch) as Settings) }))
    try {
      await askApp('settings.set', patch)
    } catch (error) {
      useAppStore.setState({ settings: await askApp('settings.get', {}) })
      throw error
    }
  })

export const setReading = (reading: Partial<Reading>): Promise<boolean> => changeAtOnce({ reading })
export const setMarking = (marking: Partial<Marking>): Promise<boolean> => changeAtOnce({ marking })
export const setView = (view: Partial<View>): Promise<boolean> => changeAtOnce({ view })
export const setConcordanceView = (concordance: Partial<ConcordanceView>): Promise<boolean> =>
  changeAtOnce({ concordance })
export const setBackups = (backups: Backups): Promise<boolean> => changeAtOnce({ backups })
export const setRecentCommands = (recentCommands: string[]): Promise<boolean> => changeAtOnce({ recentCommands })
export const setTourOffered = (): Promise<boolean> => changeAtOnce({ tourOffered: true })
export const setShortcuts = (shortcuts: Shortcuts): Promise<boolean> =>
  changeAtOnce({ shortcuts: Object.fromEntries(Object.entries(shortcuts).map(([id, combos]) => [id, [...combos]])) })

/** What the window shows beside the text at present. */
export const viewNow = (): View => useAppStore.getState().settings?.view ?? DEFAULT_VIEW

/** Hides something beside the text, or shows it again. */
export const toggleView = (name: keyof View): Promise<boolean> => setView({ [name]: !viewNow()[name] })

/** Makes the article's letters larger (1) or smaller (-1) by a CSS pixel, within what can be read. */
export async function stepTextSize(direction: 1 | -1): Promise<void> {
  const { size } = useAppStore.getState().settings?.reading ?? DEFAULT_READING
  const next = Math.min(Math.max(size + direction, SMALLEST_SIZE), LARGEST_SIZE)
  if (next !== size) await setReading({ size: next })
}

export const setTheme = (theme: Settings['theme']): Promise<boolean> => changeSettings({ theme })

export const setAnnotator = (annotator: string): Promise<boolean> =>
  attempt(async () => {
    await changeSettings({ annotator })
    useAppStore.setState(({ project }) => (project === null ? {} : { project: { ...project, annotator } }))
  })

export const restartEngine = (): Promise<boolean> => attempt(async () => void (await askApp('engine.restart', {})))
