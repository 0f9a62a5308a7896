import { existsSync, readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { FormatInfo } from '../shared/contract/export-methods'
import { type Dialogs, projectName } from './dialogs'

/** A table may be of either kind; its extension says which. */
const SPREADSHEETS = ['.csv', '.tsv']

/** Asks where an export of the project at `projectPath` is to go, a file or a folder; null if cancelled. */
export async function chooseExportTarget(
  dialogs: Dialogs,
  projectPath: string,
  { name, title, layout, extension }: FormatInfo,
  isDivided: boolean,
): Promise<string | null> {
  const ownName = name === 'dictum' ? projectName(projectPath) : `${projectName(projectPath)} ${name}`
  if (layout === 'file' && !isDivided) {
    const extensions = name === 'csv' ? SPREADSHEETS : [extension]
    return dialogs.exportTo(join(dirname(projectPath), `${ownName}${extension}`), title, extensions)
  }
  const folder = await dialogs.exportInto(dirname(projectPath))
  return folder === null ? null : folderFor(folder, ownName)
}

/** The chosen folder itself where it is empty or of that name, else one of that name in it. */
function folderFor(folder: string, name: string): string {
  const isFree = basename(folder) === name || (existsSync(folder) && readdirSync(folder).length === 0)
  return isFree ? folder : join(folder, name)
}
