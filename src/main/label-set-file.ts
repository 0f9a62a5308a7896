import { readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { DictumError } from '../shared/domain/result'
import { projectName } from './dialogs'
import { writeText } from './json-file'

/** More than any label set with its guidelines; a larger file was chosen by mistake. */
const LARGEST_BYTES = 20_000_000

/** Where the label set of the project at `path` would go. */
export const labelSetSuggestion = (path: string): string => join(dirname(path), `${projectName(path)}.labels.json`)

/** Throws bad_request for what is no plain file, or far too large, and what the file system throws. */
export function readLabelSetFile(path: string): { name: string; text: string } {
  const stats = statSync(path)
  if (!stats.isFile()) throw new DictumError('bad_request', `${basename(path)} is no file.`)
  if (stats.size > LARGEST_BYTES)
    throw new DictumError('bad_request', `${basename(path)} is too large for a label set.`)
  return { name: basename(path), text: readFileSync(path, 'utf8') }
}

/** Replaces what was there, all at once. Throws bad_request for a project, and what the file system throws. */
export function writeLabelSetFile(path: string, text: string): void {
  if (path.toLowerCase().endsWith('.dictum')) {
    throw new DictumError('bad_request', 'A label set cannot take the place of a project. Choose another name.')
  }
  writeText(path, text)
}
