import { existsSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { app, type BrowserWindow, dialog, type OpenDialogOptions, type SaveDialogOptions } from 'electron'
import { type AppError, DictumError } from '../shared/domain/result'
import { IMPORT_FILTERS } from './import-filter'

const PROJECT_FILTER = { name: 'Dictum project', extensions: ['dictum'] }
const LABEL_SET_FILTER = { name: 'Label set (JSON)', extensions: ['json'] }

export interface Dialogs {
  /** Absolute path of a new project, `.dictum` at its end; null if cancelled. */
  newProject(suggested: string): Promise<string | null>
  /** Absolute path of a project that is there; null if cancelled. */
  openProject(): Promise<string | null>
  /** Absolute paths to import; null if cancelled. */
  importFrom(what: 'folder' | 'files'): Promise<readonly string[] | null>
  /** Absolute path to export to, one of the extensions (`.jsonl`) at its end; null if cancelled. */
  exportTo(suggested: string, format: string, extensions: readonly string[]): Promise<string | null>
  /** Absolute path of a folder to make an export’s folder in; null if cancelled. */
  exportInto(folder: string): Promise<string | null>
  /** Absolute path to write the lines of a concordance to, `.csv` at its end; null if cancelled. */
  linesTo(suggested: string): Promise<string | null>
  /** Absolute path to write a label set to, `.json` at its end; null if cancelled. */
  labelSetTo(suggested: string): Promise<string | null>
  /** Absolute path of a label set to read; null if cancelled. */
  labelSetFrom(): Promise<string | null>
  /** Whether a program may be run from now on: the person sees the whole command. */
  allowProgram(name: string, command: string): Promise<boolean>
  /** Says that something went wrong outside of the page. */
  problem(message: string, detail: string): void
}

/** A project's path with the extension, which some systems' dialogs do not add. */
export const withExtension = (path: string, extension: string): string =>
  extname(path).toLowerCase() === extension ? path : `${path}${extension}`

/** The name of a project: its file's, without the extension. */
export const projectName = (path: string): string => basename(path, extname(path)) || basename(path)

/** Where a project for what lies at `path` would go: beside it, with its name. */
export const besides = (path: string): string => join(dirname(path), `${projectName(path)}.dictum`)

export const documentsFile = (name: string): string => join(app.getPath('documents'), name)

/** The sentence and, where there is one, the detail of a failure. */
export const showError = (dialogs: Dialogs, error: AppError): void => dialogs.problem(error.message, error.detail ?? '')

/** The system's own dialogs, attached to the window where there is one. */
export function createDialogs(current: () => BrowserWindow | null): Dialogs {
  async function open(options: OpenDialogOptions): Promise<readonly string[] | null> {
    const window = current()
    const { canceled, filePaths } =
      window === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(window, options)
    return canceled || filePaths.length === 0 ? null : filePaths
  }

  /** The first of the extensions is added where the name has none of them. */
  async function save(options: SaveDialogOptions, ...extensions: readonly string[]): Promise<string | null> {
    const window = current()
    const { canceled, filePath } =
      window === null ? await dialog.showSaveDialog(options) : await dialog.showSaveDialog(window, options)
    if (canceled || !filePath) return null
    const path = extensions.includes(extname(filePath).toLowerCase()) ? filePath : `${filePath}${extensions[0] ?? ''}`
    // the dialog has asked about the name that was typed, not about the one that comes of it
    if (path !== filePath && existsSync(path)) {
      throw new DictumError(
        'project_exists',
        `${basename(path)} is there already. Choose it by its whole name, or take another.`,
      )
    }
    return path
  }

  return {
    newProject: (suggested) =>
      save(
        {
          title: 'New project',
          buttonLabel: 'Create',
          defaultPath: suggested,
          filters: [PROJECT_FILTER],
          properties: ['createDirectory', 'dontAddToRecent'],
        },
        '.dictum',
      ),
    async openProject() {
      const chosen = await open({
        title: 'Open project',
        filters: [PROJECT_FILTER, { name: 'All files', extensions: ['*'] }],
        properties: ['openFile', 'dontAddToRecent'],
      })
      return chosen?.[0] ?? null
    },
    importFrom: (what) =>
      open({
        title: what === 'folder' ? 'Import folder' : 'Import files',
        buttonLabel: 'Import',
        ...(what === 'files' ? { filters: IMPORT_FILTERS } : {}),
        properties: [what === 'folder' ? 'openDirectory' : 'openFile', 'multiSelections', 'dontAddToRecent'],
      }),
    exportTo: (suggested, format, extensions) =>
      save(
        {
          title: 'Export',
          buttonLabel: 'Export',
          defaultPath: suggested,
          filters: [{ name: format, extensions: extensions.map((extension) => extension.slice(1)) }],
          properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
        },
        ...extensions,
      ),
    async exportInto(folder) {
      const chosen = await open({
        title: 'Export into a folder',
        buttonLabel: 'Export here',
        defaultPath: folder,
        properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
      })
      return chosen?.[0] ?? null
    },
    linesTo: (suggested) =>
      save(
        {
          title: 'Save the concordance',
          buttonLabel: 'Save',
          defaultPath: suggested,
          filters: [{ name: 'CSV', extensions: ['csv'] }],
          properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
        },
        '.csv',
      ),
    labelSetTo: (suggested) =>
      save(
        {
          title: 'Export label set',
          buttonLabel: 'Export',
          defaultPath: suggested,
          filters: [LABEL_SET_FILTER],
          properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
        },
        '.json',
      ),
    async labelSetFrom() {
      const chosen = await open({
        title: 'Import label set',
        buttonLabel: 'Read',
        filters: [LABEL_SET_FILTER, { name: 'All files', extensions: ['*'] }],
        properties: ['openFile', 'dontAddToRecent'],
      })
      return chosen?.[0] ?? null
    },
    async allowProgram(name, command) {
      const window = current()
      const options = {
        type: 'question' as const,
        message: `Let “${name}” run on this computer?`,
        detail: `${command}\n\nIt runs with your rights and gets the texts of the articles that you choose. Allow it only if you know what it does.`,
        buttons: ['Cancel', 'Allow'],
        defaultId: 0,
        cancelId: 0,
      }
      const { response } =
        window === null ? await dialog.showMessageBox(options) : await dialog.showMessageBox(window, options)
      return response === 1
    },
    problem(message, detail) {
      const window = current()
      const options = { type: 'error' as const, message, detail, buttons: ['OK'] }
      void (window === null ? dialog.showMessageBox(options) : dialog.showMessageBox(window, options))
    },
  }
}
